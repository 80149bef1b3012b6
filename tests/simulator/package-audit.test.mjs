// A day of 10,000 refunds in an unkind world: seven were made elsewhere, five landed though the books say that they did not happen, three
// have another amount in the books. The audit finds exactly these, whatever ids the list shows, in whatever order it fills.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Audit, draft, Iyzico } from "../../pkg/inline.js";
import { shop as smallShop } from "../../www-example/sandbox/shop.mjs";
import { openSandbox } from "./support/client.mjs";

const NOON = Date.parse("2026-03-10T12:00:00+03:00");
const DAY = 86_400_000;
const COUNT = 10_000;
const ITEMS = 50;
const AT_ONCE = 16;
const DAYS = ["2026-03-09", "2026-03-10", "2026-03-11"];

const isElsewhere = (n) => n % 1_400 === 0;
const isLate = (n) => n % 1_900 === 0;
const isOther = (n) => n % 3_300 === 0;
const priceOf = (n) => `${(n * 7_919) % 900 + 1}.${String(n % 90 + 10)}`;

const paymentOf = (n) => String(500_000 + Math.floor((n - 1) / ITEMS));
const itemOf = (n) => String(700_000 + n);

test(`a day of ${COUNT} refunds`, async (t) => {
  const payments = Array.from({ length: COUNT / ITEMS }, (_, at) => ({
    paymentId: paymentOf(at * ITEMS + 1),
    conversationId: `order-${at + 1}`,
    createdAt: NOON - 2 * DAY,
    items: Array.from({ length: ITEMS }, (_, item) => ({ paymentTransactionId: itemOf(at * ITEMS + item + 1), paidPrice: "2000" })),
  }));
  const unkind = { random: true, kind: true, seed: "1", answers: 0, listPage: 500 };
  let now = NOON;
  const { sandbox, url, standard } = await openSandbox(t, { now: () => now, unkind, shop: { ...smallShop, payments } });
  const iyzico = new Iyzico({ apiKey: standard.apiKey, secretKey: standard.secretKey, baseUrl: url });

  const entries = [];
  const expected = [];
  let next = 1;
  const refund = async () => {
    while (next <= COUNT) {
      const n = next++;
      const paymentTransactionId = itemOf(n);
      if (isElsewhere(n)) {
        sandbox.panelRefund({ paymentId: paymentOf(n), paymentTransactionId, price: priceOf(n) });
        continue;
      }
      const params = { paymentTransactionId, price: priceOf(n), currency: "TRY", conversationId: `return-${n}` };
      const request = iyzico.sign(draft("refund", params));
      const response = await fetch(request.url, request);
      assert.equal(iyzico.read(request, { status: response.status, text: await response.text() }).status, "success");
      const booked = isOther(n) ? draft("refund", { ...params, price: `${priceOf(n)}5` }) : request;
      entries.push({ id: String(n), request: booked, state: isLate(n) ? "not-done" : "done", sentAt: NOON });
      if (isLate(n)) expected.push([String(n), "late"]);
      if (isOther(n)) expected.push([String(n), "different"]);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, refund));

  now = NOON + 3 * DAY;
  const audit = new Audit(entries, { day: DAYS[1], askedAt: now });
  for (const transactionDate of DAYS) {
    let page = 1;
    while (page) {
      const question = iyzico.transactions({ transactionDate, page });
      const response = await fetch(question.url, question);
      const added = audit.add(question, { status: response.status, text: await response.text() });
      assert.equal(added.reason, null);
      page = added.next;
    }
  }
  const { findings, confirmed, totals, complete } = audit.finish();
  const found = findings.map(({ entry, kind }) => [entry, kind]);
  const byEntry = ([one], [other]) => Number(one) - Number(other);
  assert.deepEqual([complete, found.filter(([entry]) => entry !== null).sort(byEntry)], [true, expected.sort(byEntry)]);
  assert.deepEqual(found.filter(([entry]) => entry === null), Array(7).fill([null, "unexpected"]));
  assert.deepEqual([findings.length, confirmed.length], [15, COUNT - 15]);
  assert.deepEqual(totals.map(({ currency, missing, undecided }) => [currency, missing, undecided]), [["TRY", "0", { booked: "0", listed: "0" }]]);
});
