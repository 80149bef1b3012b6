// The snippets that run, against the simulator or PostgreSQL, and the checks after each.

import { deepEqual, equal, ok, rejects } from "node:assert/strict";

import Iyzipay from "iyzipay";

import { Audit, draft, Iyzico } from "../../pkg/inline.js";
import { exchange } from "../../pkg/fetch.js";
import { fakeAnswer, signWebhookForTests, testKeys } from "../../pkg/testing.js";
import { createSandbox } from "../../www-example/sandbox/index.mjs";
import { withPostgres } from "../support/postgres.mjs";

const PAYMENT = { paymentId: "25180188", paymentTransactionId: "27169345" };

/** By name: texts that identify the block, and its check. `hold` gets the block as a function of its globals. */
export const runs = {
  "the first program refunds once": {
    marks: ["process.argv.slice(2)", "iyzico.refund({ paymentTransactionId, price, conversationId })"],
    hold: (block) =>
      withSimulator(async ({ keys, books }) => {
        const printed = [];
        const console = { log: (...line) => printed.push(line), error: (...line) => printed.push(line) };
        const env = { IYZICO_API_KEY: keys.apiKey, IYZICO_SECRET_KEY: keys.secretKey };
        await block({ console, process: { argv: ["node", "refund.mjs", PAYMENT.paymentTransactionId, "5.00", "return-7"], env } });
        deepEqual([books().movements, books().moved, printed[0][0]], [1, "5", "success"]);
        const process = { argv: ["node", "refund.mjs", PAYMENT.paymentTransactionId, "5,00", "return-8"], env };
        await block({ console, process });
        deepEqual([books().movements, printed[1][0][0].code, process.exitCode], [1, "amount_format", 1]);
      }),
  },

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

  "a ledger in PostgreSQL: one intent is taken, sent and settled once": {
    marks: ["refund_event (fingerprint, kind, at, detail)"],
    hold: (block, { sql }) =>
      withPostgres(async (pool) => {
        for (const { code } of sql) await pool.query(code);
        const ledger = await block({ pool, paymentId: PAYMENT.paymentId });
        const { fingerprint, ...rest } = draft("refund", { paymentTransactionId: "27169345", price: "5.00", conversationId: "return-7" });
        const intent = { ...rest, fingerprint };
        // A double click: both arrive at once.
        const taken = await Promise.all([1, 2, 3].map(() => ledger.take(fingerprint, intent)));
        equal(taken.filter(Boolean).length, 1);
        deepEqual(await ledger.open(), []);

        const sent = await Promise.allSettled([1, 2].map((sentAt) => ledger.sending(fingerprint, sentAt)));
        deepEqual(sent.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
        const [open] = await ledger.open();
        deepEqual([open.draft, open.paymentId, open.sentAt === sent.findIndex(({ status }) => status === "fulfilled") + 1], [intent, PAYMENT.paymentId, true]);
        equal((await ledger.outcome(fingerprint)).kind, "sending");

        await ledger.settle(fingerprint, { status: "success", raw: "card digits", data: { refundHostReference: "bank-7", price: "5.00" } });
        await rejects(() => ledger.settle(fingerprint, { verdict: "not-landed" }), /refund_is_settled_once/);
        deepEqual(await ledger.open(), []);
        await holdEntries(ledger, pool, { fingerprint, intent });
        const { rows } = await pool.query("select kind, detail from refund_event where fingerprint = $1 order by id", [fingerprint]);
        deepEqual(rows.map(({ kind }) => kind), ["sending", "done"]);
        ok(!JSON.stringify(rows).includes("card digits"));
        equal((await ledger.outcome(fingerprint)).kind, "done");
        for (const change of ["update refund_event set kind = 'left'", "delete from refund_event", "truncate refund_event"]) {
          await rejects(() => pool.query(change), /events are only added/);
        }
        await rejects(() => ledger.sending("0".repeat(64), 1), /foreign key/);
      }),
  },

  "keys: answers of both keys are read": {
    marks: ["...currentKeys", "...previousKeys"],
    hold: async (block) => {
      const [currentKeys, previousKeys] = [testKeys, { apiKey: "previous", secretKey: "previous-secret" }];
      const { read, verifyWebhook } = await block({ currentKeys, previousKeys });
      const request = new Iyzico({ ...previousKeys, environment: "live" }).refund({ paymentTransactionId: "1", price: "5", conversationId: "a" });
      const body = JSON.stringify({ iyziEventType: "PAYMENT_API", paymentId: 1, paymentConversationId: "a", status: "SUCCESS" });
      for (const { secretKey } of [currentKeys, previousKeys]) {
        equal(read(request, fakeAnswer(request, { secretKey })).status, "success");
        equal(verifyWebhook({ body, signature: signWebhookForTests({ secretKey, body }) }).ok, true);
      }
      equal(read(request, fakeAnswer(request, { secretKey: "another" })).reason, "signature-wrong");
      equal(read(request, null).reason, "no-answer");
      equal(verifyWebhook({ body, signature: signWebhookForTests({ secretKey: "another", body }) }).ok, false);
    },
  },

  "forms: empty inputs are left out": {
    marks: ["new FormData(form)", "/api/refund"],
    hold: async (block) => {
      const posted = [];
      const shown = [];
      let submit;
      const form = { addEventListener: (_, listener) => void (submit = listener) };
      let inputs;
      class FormData {
        [Symbol.iterator] = () => inputs[Symbol.iterator]();
      }
      await block({ form, FormData, show: (issues) => shown.push(...issues), fetch: async (_, { body }) => void posted.push(JSON.parse(body)) });
      inputs = [["paymentTransactionId", "27169345"], ["price", "5.00"], ["conversationId", ""]];
      await submit({ preventDefault() {} });
      equal(posted[0].body, '{"paymentTransactionId":"27169345","price":5.00}');
      inputs = [["paymentTransactionId", ""], ["price", "5,00"]];
      await submit({ preventDefault() {} });
      deepEqual([posted.length, shown.map(({ code }) => code)], [1, ["missing", "amount_format"]]);
    },
  },

  "sending: an exchange of your own": {
    marks: ["AbortSignal.timeout(140_000)"],
    rewrite: (code) => `${code}\nreturn outcome;`,
    hold: (block) =>
      withSimulator(async ({ sandbox, iyzico, books }) => {
        const request = iyzico.refund({ paymentTransactionId: "27169345", price: "5.00", conversationId: "return-7" });
        equal((await block({ iyzico, request })).status, "success");
        sandbox.fault({ fault: "lost", path: "/payment/refund" });
        const other = iyzico.refund({ paymentTransactionId: "27169345", price: "6.00", conversationId: "return-8" });
        equal((await block({ iyzico, request: other })).reason, "no-answer");
        equal(books().movements, 2);
      }),
  },

  "from iyzipay: both refund once": {
    marks: ['refund', "unknownOutcome(", "book("],
    hold: (block) =>
      withSimulator(async ({ keys, iyzico, books, url }) => {
        const official = new Iyzipay({ ...keys, uri: url });
        await new Promise((book, fail) => void block({ official, iyzico, exchange, book, refused: fail, unknownOutcome: fail }).catch(fail));
        deepEqual([books().movements, books().moved], [1, "5"]);
      }),
  },

  "webhooks: a REFUND_RETRY event is a reason to read back": {
    marks: ['startsWith("REFUND_RETRY_")'],
    hold: (block) =>
      withSimulator(async ({ sandbox, keys, iyzico }) => {
        const intent = draft("refund", { paymentTransactionId: "27169345", price: "5.00", conversationId: "return-7" });
        const sentAt = at(sandbox);
        await exchange(iyzico.sign(intent));
        const settled = [];
        const body = JSON.stringify({ iyziEventType: "REFUND_RETRY_SUCCESS", paymentId: 25180188, paymentConversationId: "order", status: "SUCCESS" });
        const signature = signWebhookForTests({ secretKey: keys.secretKey, body });
        const incoming = new Request("https://shop.example/iyzico", { method: "POST", body, headers: { "X-IYZ-SIGNATURE-V3": signature } });
        const openRefunds = async () => [{ draft: intent, sentAt }];
        await block({ iyzico, exchange, incoming, openRefunds, ledger: { settle: async (...call) => void settled.push(call) }, Date: dateOf(sandbox) });
        deepEqual(settled.map(([fingerprint, { verdict }]) => [fingerprint, verdict]), [[intent.fingerprint, "landed"]]);
      }),
  },

  "your tests: what is made up is read as iyzico's": {
    marks: ["fakeAnswer(", "fakeFailure("],
    // Each comment that names a status becomes a check of it. A test of node:test is run at once, so that what it throws fails this check.
    rewrite: (code) =>
      code
        .replace(/^import .* from "node:test";$/m, "")
        .replace(/^(iyzico\.read.*)\.status; \/\/ "(\w+)".*$/gm, 'if ($1.status !== "$2") throw new Error(`$2: ${JSON.stringify($1)}`);'),
    hold: async (block) => void (await block({ test: (_, body) => body() })),
  },

  "deployed: the Worker signs a draft, and refuses anything else": {
    marks: ["async fetch(incoming: Request, env: Env)"],
    hold: (block) =>
      withSimulator(async ({ keys, books }) => {
        const worker = await block({});
        const env = { IYZICO_API_KEY: keys.apiKey, IYZICO_SECRET_KEY: keys.secretKey };
        const answered = async (init) => {
          const response = await worker.fetch(new Request("https://refunds.example", init), env);
          return [response.status, await response.text()];
        };
        const made = draft("refund", { paymentTransactionId: "27169345", price: "5.00", conversationId: "return-8" });
        const [status, text] = await answered({ method: "POST", body: JSON.stringify(made) });
        deepEqual([status, JSON.parse(text).status, text.includes("lastFourDigits"), books().moved], [200, "success", false, "5"]);
        for (const body of [JSON.stringify({ ...made, body: made.body.replace("5.00", "6.00") }), "{}", "no JSON", ""]) {
          const [refused, issues] = await answered({ method: "POST", body });
          deepEqual([refused, JSON.parse(issues).issues.length > 0], [400, true], body);
        }
        deepEqual(await answered({}), [405, ""]);
        equal(books().movements, 1);
      }),
  },

  "deployed: a server signs the printed draft": {
    marks: ["console.log(JSON.stringify(draft("],
    hold: async (block) => {
      const printed = [];
      await block({ console: { log: (line) => printed.push(line) } });
      const request = new Iyzico({ ...testKeys, environment: "sandbox" }).sign(JSON.parse(printed[0]));
      equal(request.operation, "refund");
    },
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
        await block({ ...keys, iyzico, day, ledger: { entries: async () => [] }, console, Date: dateOf(sandbox) });
        ok(printed.some(({ kind }) => kind === "unexpected"), JSON.stringify(printed));
      }),
  },
};

/** Checks that the ledger makes an audit's entries: a refund and a cancel that are done, one that was found late, and one that is open. */
async function holdEntries(ledger, pool, { fingerprint, intent }) {
  const drafts = {
    late: draft("refund", { paymentTransactionId: "27169345", price: "6.00", conversationId: "return-8" }),
    cancelled: draft("cancel", { paymentId: PAYMENT.paymentId, conversationId: "cancel-7" }),
    open: draft("cancel", { paymentId: PAYMENT.paymentId, conversationId: "cancel-8" }),
  };
  for (const made of Object.values(drafts)) {
    await ledger.take(made.fingerprint, made);
    await ledger.sending(made.fingerprint, 50);
  }
  await ledger.settle(drafts.late.fingerprint, { verdict: "not-landed" });
  await pool.query("insert into refund_event (fingerprint, kind, at) values ($1, 'late', 60)", [drafts.late.fingerprint]);

  const { fingerprint: cancelled } = drafts.cancelled;
  await ledger.settle(cancelled, { status: "success", data: { cancelHostReference: "bank-8", price: "10.00" } });

  const entries = await ledger.entries(0, 51);
  const told = Object.fromEntries(entries.map(({ id, state, hostReference, amount }) => [id, [state, hostReference, amount]]));
  deepEqual(told, {
    [fingerprint]: ["done", "bank-7", undefined],
    [drafts.late.fingerprint]: ["done", undefined, undefined],
    [cancelled]: ["done", "bank-8", "10.00"],
    [drafts.open.fingerprint]: ["open", undefined, undefined],
  });
  deepEqual(entries.find(({ id }) => id === fingerprint).request, intent);
  deepEqual((await ledger.entries(3, 50)).length, 0);
  new Audit(entries.map((entry) => ({ ...entry, sentAt: Date.now() })), { day: "2026-03-10", askedAt: Date.now() }).free();
}

/** A Date that reads the simulator's clock. */
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
    await use({ sandbox, url, keys, iyzico: new Iyzico({ ...keys, environment: "sandbox" }), books: () => sandbox.books(PAYMENT.paymentId) });
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

