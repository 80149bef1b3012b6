// One desk and one browser for a test file. Their pages must log no error.

import assert from "node:assert/strict";
import { after } from "node:test";
import { chromium } from "playwright-core";
import { startDesk } from "../../../www-example/desk.mjs";
import { buildPage } from "../../../www-example/page.mjs";

// Tests sign in and send more often than people do.
const LIMITS = { SIGN_IN_LIMIT: 10_000, READ_LIMIT: 100_000, SEND_LIMIT: 10_000 };

const SPEED = 400;

/** Waits this many minutes of the clock of desk and simulator, and a little longer. */
export const minutes = (count) => new Promise((resolve) => setTimeout(resolve, (count * 60_000 + 10_000) / SPEED));

/** Opens desk and browser for a test file, and closes them after its last test. */
export async function openDesk({ settings, ...options } = {}) {
  buildPage();
  // Thirty minutes of the desk's clock pass in four and a half seconds. The desk waits as long on that clock.
  const desk = await startDesk({
    speed: SPEED,
    settings: { GIVE_UP_MS: "2100000", ...settings },
    limits: LIMITS,
    ...options,
  });
  const browser = await chromium.launch({
    executablePath: process.env.IYZICO_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  after(async () => {
    await browser.close();
    await desk.stop();
  });

  return { desk, sandbox: desk.sandbox, newPage, signedIn, newPayment };

  /** A payment of its own for one test: items of these amounts. */
  function newPayment(amounts = ["10.00", "3.50", "1.50"], more = {}) {
    const { paymentId, items } = desk.sandbox.createPayment({ items: amounts.map((paidPrice) => ({ paidPrice })), ...more });
    return {
      paymentId,
      items: items.map(({ paymentTransactionId }) => paymentTransactionId),
      books: () => desk.sandbox.books(paymentId),
    };
  }

  /** A page of its own context. After the test it must have logged no error; a broken connection is `expected` to be logged. */
  async function newPage(t, { language = "en", expected = /^$/, url = desk.url, ...context } = {}) {
    const own = await browser.newContext({
      locale: language === "tr" ? "tr-TR" : "en-GB",
      viewport: { width: 1280, height: 860 },
      ...context,
    });
    const page = await own.newPage();
    page.setDefaultTimeout(20_000);
    const complaints = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error" && !expected.test(message.text())) complaints.push(message.text());
    });
    t.after(async () => {
      await own.close();
      assert.deepEqual(complaints, [], "the page complains in its console");
    });
    await page.goto(url);
    return page;
  }

  async function signedIn(t, { operator = 0, ...options } = {}) {
    const page = await newPage(t, options);
    await signIn(page, desk.operators[operator]);
    return page;
  }
}

export async function signIn(page, { operator, password }) {
  await page.fill("#operator", operator);
  await page.fill("#password", password);
  await page.click("#sign-in");
  await page.waitForSelector("#search, #file");
}

/** Finds a payment or sale by typing its id. */
export async function find(page, id) {
  await page.fill("#search", id);
  await page.click("#search-go");
  await page.waitForSelector("#summary-title");
}

/** Fills in the refund form of an item and submits it, up to the confirmation. */
export async function askRefund(page, item, amount) {
  await page.click(`#refund-${item}`);
  await page.fill("#amount", amount);
  await page.click("#ask");
  await page.waitForSelector("dialog[open]");
}

export async function refund(page, item, amount) {
  await askRefund(page, item, amount);
  await page.click("#confirm-yes");
}

/** Waits until the outcome shows this state. Returns its text. */
export async function outcome(page, state, timeout = 30_000) {
  await page.waitForSelector(`.outcome[data-state="${state}"]`, { timeout });
  return page.innerText(".outcome");
}
