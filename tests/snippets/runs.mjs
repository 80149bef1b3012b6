// The snippets that a simulator can answer, and what must be true in its books afterwards.

import { deepEqual, ok } from "node:assert/strict";

import { draft, Iyzico } from "../../pkg/inline.js";
import { exchange } from "../../pkg/fetch.js";
import { createSandbox } from "../../www-example/sandbox/index.mjs";

const PAYMENT = { paymentId: "25180188", paymentTransactionId: "27169345" };

/** By name: what the block says that is meant, and what to hold against it. `hold` gets the block as a function of its globals. */
export const runs = {
  "the first lines refund once": {
    marks: ["new Iyzico(", 'iyzico.refund({ paymentTransactionId: "27169345"', "iyzico.read(request", "await exchange(request)"],
    hold: (block) =>
      withSimulator(async ({ keys, books }) => {
        await block(keys);
        deepEqual([books().movements, books().moved], [1, "5"]);
      }),
  },

  "never twice: the recipe refunds once, and settles": {
    marks: ["iyzico.precheck(", "iyzico.reconcile("],
    hold: async (block) => {
      await withSimulator(async (simulator) => {
        const said = [];
        await block(recipe(simulator, said));
        deepEqual([simulator.books().movements, said.map(([what]) => what), said.at(-1)[1].status], [1, ["take", "sending", "settle"], "success"]);
      });
      // The answer is lost, and the books are read half an hour later.
      await withSimulator(async (simulator) => {
        simulator.sandbox.fault({ fault: "lost", path: "/payment/refund" });
        const said = [];
        await block(recipe(simulator, said, { pauseBefore: 3 }));
        deepEqual([simulator.books().movements, said.at(-1)[0], said.at(-1)[1].verdict], [1, "settle", "landed"]);
      });
    },
  },

  "your tests: what is made up is read as iyzico's": {
    marks: ["fakeAnswer(", "fakeFailure("],
    // What a comment says of a status must be so.
    rewrite: (code) => code.replace(/^(iyzico\.read.*)\.status; \/\/ "(\w+)".*$/gm, 'if ($1.status !== "$2") throw new Error(`$2: ${JSON.stringify($1)}`);'),
    hold: async (block) => void (await block({})),
  },

  "the day's books: a refund made elsewhere is found": {
    marks: ["new Audit(", "audit.finish()"],
    hold: (block) =>
      withSimulator(async ({ sandbox, keys, iyzico }) => {
        const now = sandbox.clock().now;
        const day = new Date((typeof now === "number" ? now : Date.parse(now)) + 3 * 3_600_000).toISOString().slice(0, 10);
        sandbox.panelRefund({ ...PAYMENT, price: "3" });
        sandbox.setClock({ advanceBy: 3 * 86_400_000 });
        const printed = [];
        const console = { table: (rows) => printed.push(...rows), log: () => {} };
        await block({ ...keys, iyzico, day, entries: [], console, Date: dateOf(sandbox) });
        ok(printed.some(({ kind }) => kind === "unexpected"), JSON.stringify(printed));
      }),
  },
};

/** A Date by the simulator's clock. */
function dateOf(sandbox) {
  return class extends Date {
    static now() {
      return at(sandbox);
    }
  };
}

const at = (sandbox) => {
  const { now } = sandbox.clock();
  return typeof now === "number" ? now : Date.parse(now);
};

/** A simulator behind the address of iyzico's sandbox. */
async function withSimulator(use) {
  const sandbox = createSandbox();
  const { url } = await sandbox.listen();
  const [merchant] = sandbox.merchants;
  const real = globalThis.fetch;
  globalThis.fetch = (asked, init) => real(String(asked).replace(/^https:\/\/(sandbox-)?api\.iyzipay\.com/, url), init);
  try {
    const keys = { apiKey: merchant.apiKey, secretKey: merchant.secretKey };
    await use({ sandbox, keys, iyzico: new Iyzico({ ...keys, environment: "sandbox" }), books: () => sandbox.books(PAYMENT.paymentId) });
  } finally {
    globalThis.fetch = real;
    await sandbox.close();
  }
}

/** The reader's world of the recipe; the clock is the simulator's, and moves on half an hour before one of the exchanges. */
function recipe({ sandbox, keys, iyzico }, said, { pauseBefore } = {}) {
  let exchanges = 0;
  const ledger = {
    take: async () => (said.push(["take"]), true),
    outcome: () => {},
    leave: (_, why) => said.push(["leave", why]),
    sending: async () => void said.push(["sending"]),
    settle: async (_, outcome) => void said.push(["settle", outcome]),
  };
  const exchangeLater = async (request) => {
    exchanges += 1;
    if (exchanges === pauseBefore) sandbox.setClock({ advanceBy: 31 * 60_000 });
    return exchange(request);
  };
  return { ...keys, ...PAYMENT, price: "5.00", conversationId: "return-7", ledger, iyzico, exchange: exchangeLater, draft, Date: dateOf(sandbox) };
}

