// The whole desk on this machine: the simulator in this process, the worker in workerd beside it.

import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { createSandbox } from "./sandbox/index.mjs";
import { passwordHash } from "./worker/operator.mjs";
import { bundleWorker, startWorker } from "./worker/start.mjs";

/**
 * @param {object} [options]
 * @param {number} [options.port] of the worker; without one, any that is free
 * @param {string} [options.storage] folder of the ledgers; without one, a new folder that goes when the desk stops
 * @param {object} [options.shop] what the simulator's books open with
 * @param {number} [options.speed] how many times as fast the clock of desk and simulator runs; its day then begins at one in the morning,
 *   so that what can only be cancelled on its day has as much of that as there is
 * @param {(entry: object) => void} [options.log] gets the simulator's journal
 * @param {Record<string, string>} [options.settings] more of what src/env.ts names; with IYZICO_API_KEY the worker talks to iyzico's own sandbox
 * @param {Record<string, number>} [options.limits] other rate limits than wrangler.jsonc has, by binding
 */
export async function startDesk({ port = 0, storage, shop, log, speed = 1, settings = {}, limits = {} } = {}) {
  const { folder: bundle, size } = bundleWorker();
  const sandbox = createSandbox({ ...(shop && { shop }), ...(log && { log }), ...(speed > 1 && { speed, now: startingAt(earlyToday()) }) });
  const { url: simulator } = await sandbox.listen();
  const state = storage ?? mkdtempSync(join(tmpdir(), "refund-desk-"));
  const operators = ["kasa-1", "kasa-2"].map((operator) => ({ operator, password: randomBytes(9).toString("base64url") }));
  const all = {
    ...(settings.IYZICO_API_KEY ? {} : simulatorSettings(sandbox, simulator)),
    ...(speed > 1 && { CLOCK: JSON.stringify({ real: Date.now(), speed, desk: sandbox.now() }) }),
    ...signIn(operators),
    ...settings,
  };

  let worker = await startWorker({ settings: all, storage: state, port, limits, folder: bundle });
  const { port: lasting } = new URL(worker.url);
  return {
    url: worker.url,
    size,
    settings: all,
    simulator,
    sandbox,
    operators,
    worker: {
      kill: () => worker.kill(),
      /** On the same address, with the same storage. */
      async restart() {
        worker = await startWorker({ settings: all, storage: state, port: Number(lasting), limits, folder: bundle });
      },
      get ended() {
        return worker.ended;
      },
    },
    async stop() {
      await worker.stop();
      await sandbox.close();
      if (!storage) rmSync(state, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const HOUR = 3_600_000;

/** One in the morning, in Istanbul. */
function earlyToday() {
  const istanbul = 3 * HOUR;
  const day = 24 * HOUR;
  return Math.floor((Date.now() + istanbul) / day) * day - istanbul + HOUR;
}

/** A clock that shows `time` now and goes on from there. */
function startingAt(time) {
  const ahead = time - Date.now();
  return () => Date.now() + ahead;
}

function simulatorSettings({ merchants: [merchant], terminalUsers: [user] }, url) {
  return {
    IYZICO_BASE_URL: url,
    IYZICO_API_KEY: merchant.apiKey,
    IYZICO_SECRET_KEY: merchant.secretKey,
    ...(user && {
      IYZICO_TERMINAL_CLIENT_ID: user.clientId,
      IYZICO_TERMINAL_CLIENT_SECRET: user.clientSecret,
      IYZICO_TERMINAL_USERNAME: user.username,
      IYZICO_TERMINAL_PASSWORD: user.password,
    }),
  };
}

const signIn = (operators) => ({
  SESSION_KEY: randomBytes(32).toString("base64"),
  OPERATORS: JSON.stringify(Object.fromEntries(operators.map(({ operator, password }) => [operator, passwordHash(password)]))),
});
