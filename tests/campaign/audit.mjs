// The simulator's books against the caller's, intent by intent and in sum. Amounts are units of 10^-8.

import { parseAmount, sum } from "../../www-example/sandbox/money.mjs";
import { isBooked, isSettled } from "./recipe/refunds.mjs";

export function audit({ intents, rows, sandbox }) {
  const moved = movements(sandbox);
  const rowOf = new Map(rows.map((row) => [nameOf(JSON.parse(row.draft.body)), row]));
  const found = {
    intents: intents.length,
    carriedOut: 0,
    doubles: [],
    lost: [],
    invented: [],
    unsettled: [],
    otherAmount: [],
    unrecorded: [...moved.keys()].filter((name) => !rowOf.has(name)),
    rows: [],
    books: {},
    ledger: {},
  };
  for (const { name, units, currency, operation } of intents) {
    const row = rowOf.get(name);
    const { times = 0, amount = 0n } = moved.get(name) ?? {};
    if (times > 0) found.carriedOut += 1;
    if (times > 1) found.doubles.push(name);
    add(found.books, currency, amount);
    // A caller who died before anything was recorded has sent nothing; nobody clicked again.
    if (!row) continue;
    found.rows.push({ ...row, operation });
    if (!isSettled(row)) found.unsettled.push(name);
    if (times > 0 && !isBooked(row)) found.lost.push(name);
    if (!isBooked(row)) continue;
    if (times === 0) found.invented.push(name);
    if (amount !== units || (row.price && parseAmount(row.price) !== units)) found.otherAmount.push(name);
    add(found.ledger, currency, units);
  }
  found.movements = [...moved.values()].reduce((total, { times }) => total + times, 0);
  found.booksMoved = sum([...sandbox.allBooks(), ...sandbox.allSaleBooks()].map(({ moved }) => parseAmount(moved)));
  found.aboveThePaid = sandbox.allBooks().filter(({ paid, refunded }) => parseAmount(refunded) > parseAmount(paid)).length;
  return found;
}

/** By the id of the intent: how often money moved for it, which the journal says, and how much, which the books say. */
function movements(sandbox) {
  const found = new Map();
  const of = (name) => found.get(name) ?? found.set(name, { times: 0, amount: 0n }).get(name);
  for (const { moneyMoved, body } of sandbox.journal()) if (moneyMoved) of(nameOf(JSON.parse(body))).times += 1;
  for (const { items, cancels } of sandbox.allBooks()) {
    for (const { conversationId, price } of [...cancels, ...items.flatMap(({ refunds }) => refunds)]) {
      of(conversationId).amount += parseAmount(price);
    }
  }
  for (const { refunds, voids } of sandbox.allSaleBooks()) {
    for (const { transactionReferenceId, price } of [...refunds, ...voids]) of(transactionReferenceId).amount += parseAmount(price);
  }
  return found;
}

const nameOf = ({ transactionReferenceId, conversationId }) => transactionReferenceId ?? conversationId;

function add(sums, currency, units) {
  sums[currency] = (sums[currency] ?? 0n) + units;
}
