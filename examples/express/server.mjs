// POST /orders/:id/refunds  { paymentTransactionId, price, conversationId }: refunds an item of an order, once
// POST /webhooks/iyzico     iyzico's webhooks

import { createHash, timingSafeEqual } from "node:crypto";
import { readFileSync } from "node:fs";
import express from "express";
import { isIyzicoError } from "iyzico-reversals";

import { Ledger } from "../node/ledger.mjs";
import { iyzicoFrom, Refunds } from "../node/refunds.mjs";

const { PORT = "3000", HOST = "127.0.0.1", REFUND_TOKEN, LEDGER = "ledger" } = process.env;
if (!REFUND_TOKEN) throw new Error("REFUND_TOKEN is not set");
const iyzico = iyzicoFrom(process.env);
const refunds = new Refunds({ iyzico, ledger: new Ledger(LEDGER) });
// Your own books take the place of this file.
const orders = JSON.parse(readFileSync(new URL("orders.json", import.meta.url), "utf8"));
const PAYMENT_EVENTS = new Set(["PAYMENT_API", "API_AUTH", "THREE_DS_AUTH", "THREE_DS_CALLBACK"]);
const app = express();

// The signature covers the event's text: read it raw, before any JSON parser.
app.post("/webhooks/iyzico", express.text({ type: () => true }), ({ headers, body }, response) => {
  const webhook = iyzico.verifyWebhook({ headers, body });
  if (!webhook.ok) return response.status(400).json({ reason: webhook.reason });
  // An event counts only for ids and an event type that you know.
  const { iyziEventType, paymentConversationId, paymentId, status } = webhook.event;
  const order = orders.find((known) => known.id === paymentConversationId && known.paymentId === paymentId);
  if (!order || !PAYMENT_EVENTS.has(iyziEventType)) return response.status(404).json({ reason: "unknown-event" });
  // iyzico repeats events: setting a state twice does no harm.
  order.status = status;
  response.json({ order: order.id, status });
});

app.post("/orders/:id/refunds", onlyOperators, express.json(), async ({ params, body }, response) => {
  const { paymentTransactionId, price, conversationId } = body ?? {};
  const order = orders.find(({ id, items }) => id === params.id && items.includes(paymentTransactionId));
  if (!order) return response.status(404).json({ reason: "unknown-item" });
  // Without an id of its own, two refunds of one amount would have one fingerprint.
  if (!conversationId) return response.status(400).json({ reason: "no-conversation-id" });
  const done = await refunds.refund({ paymentId: order.paymentId, paymentTransactionId, price, conversationId });
  response.status({ settled: 200, open: 202, "not-sent": 409 }[done.state]).json(done);
});

app.use((error, _request, response, next) => {
  if (!isIyzicoError(error)) return next(error);
  response.status(400).json({ issues: error.issues });
});

// Check here who is asking: a token for each operator, and which orders are theirs.
function onlyOperators({ headers }, response, next) {
  const digest = (text) => createHash("sha256").update(text).digest();
  if (timingSafeEqual(digest(headers.authorization ?? ""), digest(`Bearer ${REFUND_TOKEN}`))) next();
  else response.status(401).end();
}

// Every minute is enough for one server; see "Never twice" for growing pauses, and for what is open after an hour.
setInterval(readBackOpen, Number(process.env.READ_BACK_EVERY_MS ?? 60_000));
async function readBackOpen() {
  try {
    for (const fingerprint of await refunds.open()) console.log(fingerprint, (await refunds.readBack(fingerprint)).state);
  } catch (error) {
    console.error(error);
  }
}

app.listen(Number(PORT), HOST, () => console.log(`http://${HOST}:${PORT}`));
