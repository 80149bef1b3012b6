// Starts the examples as a developer would, against the simulator. The simulator's books show how often money moved.

import { deepEqual, equal, match } from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { createSandbox } from "../../../www-example/sandbox/index.mjs";
import { withProgram } from "../../support/server.mjs";

const TOKEN = "a-token-for-these-tests";
const PAYMENT = { paymentId: "25180188", paymentTransactionId: "27169345", price: "5.00" };
// As the books write it.
const REFUNDED = "5";
const REFUND_PATH = "/payment/refund";
const QUESTION_PATH = "/v2/reporting/payment/details";
const LATER_MS = 31 * 60_000;

export const steps = {
  "examples-next": ({ workshop, browser, check }) =>
    withSandbox(async (sandbox, keys) => {
      const folder = workshop.path("examples/next");
      const cli = workshop.tool("next/dist/bin/next");
      await workshop.run(process.execPath, [cli, "build"], "examples/next");
      await withProgram(process.execPath, (_, port) => ["store-server.mjs", port], { cwd: folder, env: workshop.env }, (store) => {
        const env = { ...workshop.env, ...keys, KV_REST_API_URL: store, KV_REST_API_TOKEN: "local" };
        const args = (host, port) => [cli, "start", "--hostname", host, "--port", port];
        return withProgram(process.execPath, args, { cwd: folder, env }, async (url) => {
          await browser.visit(url, ({ page, problems }) => checkForm({ check, sandbox, page, problems }));
          await checkRoute(check, sandbox, workshop, `${url}api/refunds`);
        });
      });
    }),

  "examples-worker": ({ workshop, check }) =>
    withSandbox(async (sandbox, keys) => {
      const folder = workshop.path("examples/worker");
      const vars = { ...keys, READ_BACK_AFTER_MS: "2000" };
      await writeFile(`${folder}/.dev.vars`, Object.entries(vars).map(([name, value]) => `${name}=${JSON.stringify(value)}\n`).join(""));
      const cli = workshop.tool("wrangler/bin/wrangler.js");
      const args = (host, port) => [cli, "dev", "--ip", host, "--port", port, "--inspector-port", "0"];
      await withProgram(workshop.node22, args, { cwd: folder, env: workshop.env }, async (url) => {
        await checkEndpoint({ check, sandbox, url: `${url}refunds`, body: PAYMENT });
        await check("the alarm reads back what got no answer", async () => {
          sandbox.fault({ fault: "lost", path: REFUND_PATH });
          const open = await post(`${url}refunds`, { ...PAYMENT, conversationId: "alarm" });
          deepEqual([open.status, open.body.state], [202, "open"]);
          await until(async () => {
            const { body } = await get(`${url}refunds/${open.body.fingerprint}`);
            return body.state === "settled" && body.result.status === "landed";
          });
          deepEqual(refunds(sandbox, "alarm"), [REFUNDED]);
        });
        await check("nobody knows of a refund that nobody asked for", async () => {
          equal((await get(`${url}refunds/${"0".repeat(64)}`)).status, 404);
        });
      });
    }),

  "examples-express": ({ workshop, check }) =>
    withSandbox(async (sandbox, keys) => {
      const env = { ...workshop.env, ...keys, LEDGER: workshop.path("out/express-ledger"), READ_BACK_EVERY_MS: "500" };
      const args = (host, port) => [`HOST=${host}`, `PORT=${port}`, process.execPath, "server.mjs"];
      await withProgram("env", args, { cwd: workshop.path("examples/express"), env }, async (url) => {
        const { paymentTransactionId, price } = PAYMENT;
        await checkEndpoint({ check, sandbox, url: `${url}orders/siparis-1001/refunds`, body: { paymentTransactionId, price } });
        await check("an item of another order is refused", async () => {
          equal((await post(`${url}orders/siparis-1002/refunds`, { paymentTransactionId, price, conversationId: "other" })).status, 404);
          deepEqual(refunds(sandbox, "other"), []);
        });
        await check("the timer reads back what got no answer", async () => {
          const before = await landed(env.LEDGER);
          sandbox.fault({ fault: "lost", path: REFUND_PATH });
          equal((await post(`${url}orders/siparis-1001/refunds`, { paymentTransactionId, price, conversationId: "timer" })).status, 202);
          await until(async () => (await landed(env.LEDGER)) > before);
          deepEqual(refunds(sandbox, "timer"), [REFUNDED]);
        });
        await checkWebhooks(check, workshop, sandbox, `${url}webhooks/iyzico`);
      });
    }),

  "examples-node": ({ workshop, check }) =>
    withSandbox(async (sandbox, keys) => {
      const env = { ...keys, LEDGER: workshop.path("out/node-ledger") };
      const run = (args, settings) => cli(workshop, args, { ...env, ...settings });
      const refund = (conversationId) => run(["refund", ...Object.values(PAYMENT), conversationId]);

      await check("it refunds, and a repetition does not", async () => {
        for (let time = 0; time < 2; time++) equal((await refund("once")).result.status, "success");
        deepEqual(refunds(sandbox, "once"), [REFUNDED]);
      });
      await check("two at once refund once", async () => {
        meetBeforeSending(sandbox);
        await Promise.all([refund("two"), refund("two")]);
        deepEqual(refunds(sandbox, "two"), [REFUNDED]);
        equal((await refund("two")).state, "settled");
      });
      await check("a lost answer stays open, and is read back as landed", async () => {
        sandbox.fault({ fault: "lost", path: REFUND_PATH });
        equal((await refund("lost")).state, "open");
        equal((await run(["settle"])).result.status, "landed");
        deepEqual(refunds(sandbox, "lost"), [REFUNDED]);
        equal(await run(["settle"]), undefined);
      });
      await check("a process that is killed while it waits has refunded once", async () => {
        sandbox.fault({ fault: "delay:30000", path: REFUND_PATH });
        const cwd = workshop.path("examples/node");
        const child = spawn(process.execPath, ["cli.mjs", "refund", ...Object.values(PAYMENT), "killed"], { cwd, env: { ...workshop.env, ...env } });
        const ended = once(child, "exit");
        await until(() => refunds(sandbox, "killed").length).finally(() => child.kill("SIGKILL"));
        await ended;
        equal((await refund("killed")).result.status, "landed");
        deepEqual(refunds(sandbox, "killed"), [REFUNDED]);
      });
      await check("what never arrived is not-landed, late enough, and not sent again", async () => {
        sandbox.fault({ fault: "refused-before", path: REFUND_PATH });
        equal((await refund("never")).state, "open");
        deepEqual(await run(["settle"]).then(({ state, reason }) => [state, reason]), ["open", "too-early"]);
        sandbox.setClock({ advanceBy: LATER_MS });
        equal((await run(["settle"], { NODE_OPTIONS: later() })).result.status, "not-landed");
        equal((await run(["refund", ...Object.values(PAYMENT), "never"], { NODE_OPTIONS: later() })).result.status, "not-landed");
        deepEqual(refunds(sandbox, "never"), []);
      });
    }),
};

/** Calls `use` with a simulator and the environment variables that make an example call it. */
async function withSandbox(use) {
  const sandbox = createSandbox();
  try {
    const { url } = await sandbox.listen();
    const [{ apiKey, secretKey }] = sandbox.merchants;
    await use(sandbox, { IYZICO_API_KEY: apiKey, IYZICO_SECRET_KEY: secretKey, IYZICO_BASE_URL: url, REFUND_TOKEN: TOKEN });
  } finally {
    await sandbox.close();
  }
}

/** Has two callers see that nothing was refunded yet, so that only the ledger keeps the second from sending. */
function meetBeforeSending(sandbox) {
  sandbox.clearFaults();
  sandbox.fault({ fault: "delay:500", path: QUESTION_PATH, times: 2 });
}

/** Of an endpoint that takes a refund's fields. `body` lacks the conversationId. */
async function checkEndpoint({ check, sandbox, url, body }) {
  await check("a caller without the token is refused", async () => {
    for (const token of [undefined, "", "another"]) equal((await post(url, { ...body, conversationId: "stranger" }, token ?? "")).status, 401);
    deepEqual(refunds(sandbox, "stranger"), []);
  });
  await check("it refunds, and a repetition does not", async () => {
    for (let time = 0; time < 2; time++) {
      const { status, body: answer } = await post(url, { ...body, conversationId: "once" });
      deepEqual([status, answer.state, answer.result.status], [200, "settled", "success"]);
    }
    deepEqual(refunds(sandbox, "once"), [REFUNDED]);
  });
  await check("two requests at once refund once", async () => {
    meetBeforeSending(sandbox);
    await Promise.all([1, 2].map(() => post(url, { ...body, conversationId: "two" })));
    deepEqual(refunds(sandbox, "two"), [REFUNDED]);
    equal((await post(url, { ...body, conversationId: "two" })).body.state, "settled");
  });
  await check("a lost answer refunds once, however often it is asked for", async () => {
    sandbox.fault({ fault: "lost", path: REFUND_PATH });
    for (let time = 0; time < 3; time++) await post(url, { ...body, conversationId: "lost" });
    deepEqual(refunds(sandbox, "lost"), [REFUNDED]);
  });
  await check("wrong fields are refused before anything is sent", async () => {
    equal((await post(url, { ...body, price: "5,00", conversationId: "wrong" })).status, 400);
    equal((await post(url, body)).status, 400);
    deepEqual(refunds(sandbox, "wrong"), []);
  });
}

async function checkForm({ check, sandbox, page, problems }) {
  const message = () => page.textContent("[name=message]");
  const submit = async (fields) => {
    for (const [name, text] of Object.entries({ token: TOKEN, ...PAYMENT, ...fields })) await page.fill(`[name=${name}]`, text);
    await page.click("button");
    await page.waitForFunction(() => !["", "…"].includes(document.querySelector("output").textContent));
    return message();
  };
  await check("the form says what is wrong, and sends nothing", async () => {
    match(await submit({ price: "", conversationId: "form" }), /^price: /);
    deepEqual(refunds(sandbox, "form"), []);
  });
  await check("the form refunds with an empty reason, and a second click does not", async () => {
    equal(await submit({ conversationId: "form" }), "success");
    await page.click("button");
    await page.waitForFunction(() => document.querySelector("output").textContent === "success");
    deepEqual(refunds(sandbox, "form"), [REFUNDED]);
  });
  await check("after a lost answer the same button asks what became of it", async () => {
    sandbox.fault({ fault: "lost", path: REFUND_PATH });
    match(await submit({ conversationId: "form-lost" }), /^open: /);
    await page.click("button");
    await page.waitForFunction(() => document.querySelector("output").textContent.startsWith("landed"));
    deepEqual(refunds(sandbox, "form-lost"), [REFUNDED]);
  });
  await check("the page prints no error", () => deepEqual(problems, []));
}

async function checkRoute(check, sandbox, workshop, url) {
  const { draft } = await import(workshop.packaged("inline.js"));
  const { paymentId, ...params } = PAYMENT;
  const body = (conversationId) => ({ paymentId, intent: draft("refund", { ...params, conversationId }) });
  await check("the route refuses a caller without the token", async () => {
    equal((await post(url, body("stranger"), "another")).status, 401);
    deepEqual(refunds(sandbox, "stranger"), []);
  });
  await check("the route refuses an altered draft, and one that is no refund", async () => {
    const { intent } = body("altered");
    const altered = [{ body: intent.body.replace("5.00", "6.00") }, { fingerprint: "0".repeat(64) }, { operation: "cancel" }];
    for (const change of altered) equal((await post(url, { paymentId, intent: { ...intent, ...change } })).status, 400);
    deepEqual(refunds(sandbox, "altered"), []);
  });
  await check("two requests at once refund once", async () => {
    meetBeforeSending(sandbox);
    await Promise.all([1, 2].map(() => post(url, body("two"))));
    deepEqual(refunds(sandbox, "two"), [REFUNDED]);
  });
}

async function checkWebhooks(check, workshop, sandbox, url) {
  const { signWebhookForTests } = await import(workshop.packaged("testing.js"));
  const [{ secretKey }] = sandbox.merchants;
  const event = { iyziEventType: "PAYMENT_API", paymentId: PAYMENT.paymentId, paymentConversationId: "siparis-1001", status: "SUCCESS" };
  const send = async (fields, signature) => {
    // Spaced, so that a parsed and rewritten body would be another text.
    const body = JSON.stringify({ ...event, ...fields }, null, 3);
    const headers = { "Content-Type": "application/json", "X-IYZ-SIGNATURE-V3": signature ?? signWebhookForTests({ secretKey, body }) };
    const response = await fetch(url, { method: "POST", headers, body });
    return [response.status, await response.json()];
  };
  await check("a signed webhook of a known order counts", async () => {
    deepEqual(await send({}), [200, { order: "siparis-1001", status: "SUCCESS" }]);
  });
  await check("a forged webhook and one about unknown ids do not", async () => {
    deepEqual(await send({}, "0".repeat(64)), [400, { reason: "signature-wrong" }]);
    for (const fields of [{ paymentId: "1" }, { iyziEventType: "PAYMENT_AP" }]) equal((await send(fields))[0], 404);
  });
}

/** What the command line tool printed last. Its exit code says whether that is certain. */
async function cli(workshop, args, env) {
  const program = ["-c", 'node=$1; shift; "$node" cli.mjs "$@" || echo "exit $?"', "sh", process.execPath, ...args];
  const printed = (await workshop.run("sh", program, "examples/node", env)).trim().split("\n").filter(Boolean);
  const exit = /^exit \d+$/.test(printed.at(-1)) ? printed.pop() : "exit 0";
  const answer = printed.length ? JSON.parse(printed.at(-1)) : undefined;
  equal(exit, answer && answer.state !== "settled" ? "exit 1" : "exit 0");
  return answer;
}

/** How many results in a ledger of files were read back as landed. */
async function landed(folder) {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".result.json"));
  const results = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  return results.filter((text) => JSON.parse(text).status === "landed").length;
}

/** Has Node's clock run ahead. */
function later() {
  const source = `const now = Date.now; Date.now = () => now() + ${LATER_MS};`;
  return `--import=data:text/javascript,${encodeURIComponent(source)}`;
}

/** The amounts that truly went back under a conversationId. */
function refunds(sandbox, conversationId) {
  const rows = sandbox.books(PAYMENT.paymentId).items.flatMap((item) => item.refunds);
  return rows.filter((row) => row.conversationId === conversationId).map(({ price }) => price);
}

async function post(url, body, token = TOKEN) {
  const headers = { "Content-Type": "application/json", Authorization: `Bearer ${token}` };
  return read(await fetch(url, { method: "POST", headers, body: JSON.stringify(body), signal: AbortSignal.timeout(30_000) }));
}

async function get(url) {
  return read(await fetch(url, { headers: { Authorization: `Bearer ${TOKEN}` }, signal: AbortSignal.timeout(30_000) }));
}

async function read(response) {
  const text = await response.text();
  let body;
  try {
    body = JSON.parse(text);
  } catch {
    body = text;
  }
  return { status: response.status, body };
}

async function until(holds) {
  const deadline = performance.now() + 30_000;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error("it never came to that");
    await sleep(200);
  }
}
