// The simulator in this process and the desk in workerd beside it, over a folder that outlives both kills and restarts.

import { randomBytes } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

import { createSandbox } from "../../../www-example/sandbox/index.mjs";
import { WITHIN_MS } from "../../../www-example/sandbox/modes.mjs";
import { passwordHash } from "../../../www-example/worker/operator.mjs";
import { bundleWorker, startWorker } from "../../../www-example/worker/start.mjs";
import { Clerk } from "./clerk.mjs";

/** Speed of the clock of desk and simulator: thirty minutes pass in twelve seconds. */
export const SPEED = 150;

/** 01:00 of the day of plan.mjs, so that cancels and voids have the whole day. */
const OPENING = Date.parse("2026-03-10T01:00:00+03:00");
const PATIENCE_MS = 5_000;
const GIVE_UP_MS = 35 * 60_000;
const UNLIMITED = { SIGN_IN_LIMIT: 1e6, READ_LIMIT: 1e6, SEND_LIMIT: 1e6 };
const STARTS = 5;

/*
 * A second of real time may pass between record and request, and a process killed then leaves the record's time. On this clock that second
 * is minutes. So landings must happen and show that much earlier, or the world would break the package's assumptions.
 */
const FRESH_MS = 1_000 * SPEED;
for (const name of Object.keys(WITHIN_MS)) WITHIN_MS[name] -= FRESH_MS;

export class Site {
  #options;
  #worker;
  #state = mkdtempSync(join(tmpdir(), "desk-campaign-"));
  /** Callbacks that wait for the next request that moves money. */
  #expecting = [];
  clerks = [];

  /**
   * `shop`: what the simulator opens with; `unkind`: the modes of its world; `operators`: how many there are; `changed`: what makes
   * another desk of the code, one with a mistake.
   */
  static async open({ shop, unkind = {}, operators = 2, changed = null }) {
    const site = new Site();
    await site.#open({ shop, unkind, changed, names: Array.from({ length: operators }, (_, at) => `kasa-${at + 1}`) });
    return site;
  }

  async #open({ shop, unkind, changed, names }) {
    const { folder: bundle } = bundleWorker();
    const folder = changed ? changedBundle(bundle, join(this.#state, "bundle"), changed) : bundle;
    const real = Date.now();
    const now = () => OPENING + Date.now() - real;
    this.sandbox = createSandbox({ shop, unkind, speed: SPEED, now, log: (entry) => this.#arrived(entry) });
    const { url } = await this.sandbox.listen();
    const operators = names.map((operator) => ({ operator, password: randomBytes(9).toString("base64url") }));
    const [{ apiKey, secretKey }] = shop.merchants;
    const [user] = shop.terminalUsers;
    this.settings = {
      IYZICO_BASE_URL: url,
      IYZICO_API_KEY: apiKey,
      IYZICO_SECRET_KEY: secretKey,
      IYZICO_TERMINAL_CLIENT_ID: user.clientId,
      IYZICO_TERMINAL_CLIENT_SECRET: user.clientSecret,
      IYZICO_TERMINAL_USERNAME: user.username,
      IYZICO_TERMINAL_PASSWORD: user.password,
      PATIENCE_MS: String(PATIENCE_MS),
      GIVE_UP_MS: String(GIVE_UP_MS),
      CLOCK: JSON.stringify({ real: Date.now(), speed: SPEED, desk: this.sandbox.now() }),
      SESSION_KEY: randomBytes(32).toString("base64"),
      OPERATORS: JSON.stringify(Object.fromEntries(operators.map(({ operator, password }) => [operator, passwordHash(password)]))),
    };
    this.#options = { settings: this.settings, storage: this.#state, limits: UNLIMITED, folder };
    this.#worker = await startWorker(this.#options);
    this.url = this.#worker.url;
    this.#options.port = Number(new URL(this.url).port);
    this.clerks = await Promise.all(operators.map((operator) => Clerk.signIn(this.url, operator)));
  }

  now = () => this.sandbox.now();

  /** Waits this many milliseconds of the desk's clock. */
  pass = (ms) => wait(Math.max(ms, 0) / SPEED);

  /** Resolves when the next refund, cancel or void reaches the simulator, at the latest after this many real milliseconds. */
  async arrival(ms) {
    await Promise.race([new Promise((resolve) => this.#expecting.push(resolve)), wait(ms)]);
  }

  /** Kills it, as a crash of the machine would. */
  kill = () => this.#worker.kill();
  /** Stops it, as a deploy would. */
  end = () => this.#worker.stop();

  /** Starts it at the same address, with the same storage. */
  async restart() {
    for (let start = 1; ; start += 1) {
      try {
        this.#worker = await startWorker(this.#options);
        return;
      } catch (error) {
        // A killed process may hold the port a moment longer.
        if (start === STARTS) throw error;
        await wait(300 * start);
      }
    }
  }

  async close() {
    await this.#worker.stop();
    await this.sandbox.close();
    rmSync(this.#state, { recursive: true, force: true, maxRetries: 5 });
  }

  #arrived({ path, landedAt }) {
    if (landedAt || !/\/(refund|cancel|void)$/.test(path)) return;
    for (const resolve of this.#expecting.splice(0)) resolve();
  }
}

function changedBundle(bundle, folder, changed) {
  cpSync(bundle, folder, { recursive: true });
  const code = readFileSync(join(folder, "index.js"), "utf8");
  const other = changed(code);
  if (other === code) throw new Error("the desk's code has not been changed");
  writeFileSync(join(folder, "index.js"), other);
  return folder;
}
