// One headless Chromium for all pages, each in a context of its own.

import { deepEqual } from "node:assert/strict";
import { chromium } from "playwright-core";

import { checkTask } from "./task.mjs";

export class Browser {
  #browser;

  constructor(browser) {
    this.#browser = browser;
  }

  static async launch() {
    const executablePath = process.env.IYZICO_CHROMIUM ?? "/usr/bin/chromium";
    return new Browser(await chromium.launch({ executablePath, args: ["--no-sandbox"] }));
  }

  close() {
    return this.#browser.close();
  }

  /** `requests` and `problems` grow while the page lives. */
  async visit(url, use) {
    const context = await this.#browser.newContext();
    try {
      const page = await context.newPage();
      const requests = [];
      const problems = [];
      page.on("request", (request) => requests.push(new URL(request.url()).pathname));
      page.on("console", (message) => isProblem(message) && problems.push(message.text()));
      page.on("pageerror", (error) => problems.push(String(error)));
      await page.goto(url, { waitUntil: "load" });
      return await use({ page, requests, problems });
    } finally {
      await context.close();
    }
  }

  /** Opens a page and waits for its global `refund`. Returns the page's requests. */
  checkTask(check, url) {
    return this.visit(url, async ({ page, requests, problems }) => {
      await checkTask(check, "the page", async (task) => {
        await page.waitForFunction(() => globalThis.refund, undefined, { timeout: 30_000 }).catch(({ message }) => {
          throw new Error(`the page never got to its end: ${message}\n${problems.join("\n")}`);
        });
        return page.evaluate((given) => globalThis.refund(given), task);
      });
      await check("the page prints no error", () => deepEqual(problems, []));
      return requests;
    });
  }
}

// Browsers request an icon even from a page that has none.
function isProblem(message) {
  return message.type() === "error" && !message.location().url.endsWith("/favicon.ico");
}
