// The simulator's control API, its CORS rules and its command line.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { control, details, openSandbox, post } from "./support/client.mjs";

const server = fileURLToPath(new URL("../../www-example/sandbox/server.mjs", import.meta.url));
const refund = { paymentTransactionId: "27169345", price: 5, conversationId: "ş-1" };

test("a payment is created, refunded and looked up in the books", async (t) => {
  const { url, marketplace } = await openSandbox(t);
  const created = await control(url, "POST", "payments", {
    merchant: "marketplace",
    paymentId: "99",
    conversationId: "order-99",
    createdAt: "2026-01-02T03:04:05Z",
    items: [{ paymentTransactionId: "991", paidPrice: "7.25" }, { paidPrice: 2 }],
  });
  assert.equal(created.status, 201);
  assert.deepEqual([created.json.paid, created.json.createdAt], ["9.25", "2026-01-02T03:04:05.000Z"]);
  await post(url, marketplace, "/payment/refund", { paymentTransactionId: "991", price: "0.25" });
  const { json } = await control(url, "GET", "books?paymentId=99");
  assert.deepEqual([json.refunded, json.items[0].left, json.items[1].left, json.movements], ["0.25", "7", "2", 1]);
  assert.equal((await control(url, "GET", "books?paymentId=100")).status, 404);
  assert.equal((await control(url, "GET", "books")).json.payments.length, 9);
});

test("nonsense is refused", async (t) => {
  const { url, sandbox } = await openSandbox(t);
  const items = [{ paidPrice: "1" }];
  for (const payment of [
    {},
    { items: [] },
    { items: [{ paidPrice: "0" }] },
    { items: [{ paidPrice: "1,5" }] },
    { items, merchant: "nobody" },
    { items, paymentId: "25180188" },
    { items: [{ paidPrice: "1", paymentTransactionId: "27169345" }] },
    { items, priceSpelling: "roman" },
    { items, createdAt: "yesterday" },
  ]) {
    assert.equal((await control(url, "POST", "payments", payment)).status, 400, JSON.stringify(payment));
  }
  assert.equal((await control(url, "POST", "settings", { failureStatus: 500 })).status, 400);
  assert.equal((await control(url, "POST", "settings", null)).status, 400);
  assert.equal((await control(url, "POST", "nothing", {})).status, 404);
  assert.equal(sandbox.allBooks().length, 8);
});

test("the journal keeps what arrived, byte for byte", async (t) => {
  const { url, standard } = await openSandbox(t);
  const body = `{"price":5.0,  "paymentTransactionId":"27169345","conversationId":"ş-1"}`;
  await post(url, standard, "/payment/refund", body, { "x-iyzi-client-version": "test-1" });
  await details(url, standard, { paymentId: "25180188" });
  const [first, second] = (await control(url, "GET", "journal")).json.requests;
  assert.equal(first.body, body);
  assert.equal(Buffer.from(first.bodyBase64, "base64").toString(), body);
  assert.equal(first.headers["x-iyzi-client-version"], "test-1");
  assert.deepEqual([first.method, first.path, first.conversationId], ["POST", "/payment/refund", "ş-1"]);
  assert.deepEqual([first.done, first.moneyMoved], ["success", true]);
  assert.deepEqual([second.method, second.query, second.moneyMoved], ["GET", "paymentId=25180188", false]);
});

test("failures answer 200 as seen or 400 as documented; the time is a number or text", async (t) => {
  const { url, standard } = await openSandbox(t, { now: () => 1_755_703_798_426 });
  const fail = () => post(url, standard, "/payment/refund", { ...refund, price: 26 });
  const asSeen = await fail();
  assert.equal(asSeen.status, 200);
  assert.equal(asSeen.json.systemTime, 1_755_703_798_426);
  assert.equal((await control(url, "POST", "settings", { failureStatus: 400, systemTime: "string" })).status, 200);
  const asDocumented = await fail();
  assert.equal(asDocumented.status, 400);
  assert.equal(asDocumented.json.systemTime, "1755703798426");
  assert.equal((await post(url, standard, "/payment/refund", refund)).status, 200);
});

test("reset brings back the shop as it opened", async (t) => {
  const { url, sandbox, standard } = await openSandbox(t);
  const before = sandbox.books("25180188");
  await post(url, standard, "/payment/refund", refund);
  await control(url, "POST", "payments", { items: [{ paidPrice: 1 }] });
  await control(url, "POST", "settings", { failureStatus: 400 });
  await control(url, "POST", "faults", { fault: "lost", path: "/payment/cancel" });
  assert.equal((await control(url, "POST", "reset")).status, 200);
  assert.deepEqual({ ...sandbox.books("25180188"), createdAt: before.createdAt }, before);
  assert.deepEqual([sandbox.allBooks().length, sandbox.journal(), sandbox.faults()], [8, [], []]);
  assert.equal((await post(url, standard, "/payment/refund", { ...refund, price: 26 })).status, 200);
});

test("a page of any origin may call", async (t) => {
  const { url } = await openSandbox(t);
  const preflight = await fetch(`${url}/payment/refund`, {
    method: "OPTIONS",
    headers: { origin: "http://page.test", "access-control-request-headers": "authorization,x-iyzi-rnd" },
  });
  assert.equal(preflight.status, 204);
  assert.equal(preflight.headers.get("access-control-allow-origin"), "*");
  assert.equal(preflight.headers.get("access-control-allow-headers"), "authorization,x-iyzi-rnd");
  assert.match(preflight.headers.get("access-control-allow-methods"), /POST/);
  const answer = await fetch(`${url}/payment/refund`, { method: "POST", body: "{}" });
  assert.equal(answer.headers.get("access-control-allow-origin"), "*");
});

test("the command prints one JSON line, logs each request, and ends when asked", async (t) => {
  const { child, lines } = start(t, []);
  const { url, merchants } = JSON.parse(await lines.next());
  assert.match(url, /^http:\/\/127\.0\.0\.1:\d+$/);
  assert.deepEqual(merchants.map(({ kind }) => kind), ["standard", "marketplace"]);
  assert.equal((await post(url, merchants[0], "/payment/refund", refund)).json.status, "success");
  assert.match(await lines.next(), /POST \/payment\/refund ş-1: success, money moved$/);
  child.kill("SIGTERM");
  assert.deepEqual(await once(child, "exit"), [0, null]);
});

test("--quiet logs nothing more; --port is obeyed and checked", async (t) => {
  const { sandbox, url: taken } = await openSandbox(t);
  const { port } = new URL(taken);
  const occupied = start(t, ["--port", port]);
  assert.deepEqual(await once(occupied.child, "exit"), [1, null]);
  await sandbox.close();

  const { child, lines } = start(t, ["--port", port, "--quiet"]);
  const { url, merchants } = JSON.parse(await lines.next());
  assert.equal(url, `http://127.0.0.1:${port}`);
  await post(url, merchants[0], "/payment/refund", refund);
  child.kill("SIGINT");
  assert.deepEqual(await once(child, "exit"), [0, null]);
  assert.equal(await lines.next(), undefined);

  for (const bad of [["--port", "70000"], ["--port", "x"], ["--loud"]]) {
    assert.deepEqual(await once(start(t, bad).child, "exit"), [2, null], bad.join(" "));
  }
});

function start(t, args) {
  const child = spawn(process.execPath, [server, ...args], { stdio: ["ignore", "pipe", "ignore"] });
  t.after(() => child.kill("SIGKILL"));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return { child, lines: { next: async () => (await lines.next()).value } };
}
