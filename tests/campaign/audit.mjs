// Compares the simulator's books with the caller's, intent by intent and in sum. Amounts are in units of 10^-8.

import { parseAmount, sum } from "../../www-example/sandbox/money.mjs";
import { isBooked, isSettled } from "./recipe/refunds.mjs";
import { nameIn } from "./witness.mjs";

/** Call it when nothing can land any more. `rows` and `steps`: the ledger's rows and lines; `said`: the package's verdicts. */
export function audit({ intents, rows, steps, said, sandbox }) {
  const { moved, inPanel } = movements(sandbox);
  const rowOf = new Map(rows.map((row) => [nameIn(row.params), row]));
  const found = {
    intents: intents.length,
    carriedOut: 0,
    doubles: [],
    lost: [],
    invented: [],
    unsettled: [],
    otherAmount: [],
    unrecorded: [...moved.keys()].filter((id) => !rowOf.has(intentOf(id))),
    sentAfterAll: sentAfterLeft(steps),
    contradicted: said.filter(({ id, verdict }) => isContradicted(verdict, moved.get(id)?.times ?? 0)),
    rows: [],
    books: {},
    ledger: {},
    persons: {},
  };
  for (const { name, units, currency, operation, style } of intents) {
    const row = rowOf.get(name);
    const attempts = [...moved].filter(([id]) => intentOf(id) === name).map(([, movement]) => movement);
    const times = attempts.reduce((total, attempt) => total + attempt.times, 0);
    const amount = sum(attempts.map((attempt) => attempt.amount));
    if (times > 0) found.carriedOut += 1;
    if (times > 1) found.doubles.push(name);
    add(found.books, currency, amount);
    // The caller died before recording anything, so nothing was sent; nobody clicked again.
    if (!row) continue;
    found.rows.push({ ...row, operation, style, times, ...(row.state === "person" && { reason: reasonOf(row, steps) }) });
    if (row.state === "person") {
      add(found.persons, currency, amount);
      continue;
    }
    if (!isSettled(row)) found.unsettled.push(name);
    if (times > 0 && !isBooked(row)) found.lost.push(name);
    if (!isBooked(row)) continue;
    if (times === 0) found.invented.push(name);
    if (amount !== units || (row.price && parseAmount(row.price) !== units)) found.otherAmount.push(name);
    add(found.ledger, currency, units);
  }
  found.movements = [...moved.values()].reduce((total, { times }) => total + times, 0);
  found.inPanel = inPanel;
  found.booksMoved = sum([...sandbox.allBooks(), ...sandbox.allSaleBooks()].map((books) => parseAmount(books.moved)));
  found.aboveThePaid = sandbox.allBooks().filter(({ paid, refunded }) => parseAmount(refunded) > parseAmount(paid)).length;
  return found;
}

/** By the attempt's id: how often money moved (from the simulator's journal), and how much (from its books). */
export function movements(sandbox) {
  const moved = new Map();
  let inPanel = 0n;
  const of = (id) => moved.get(id) ?? moved.set(id, { times: 0, amount: 0n }).get(id);
  for (const { moneyMoved, body } of sandbox.journal()) if (moneyMoved) of(nameIn(JSON.parse(body))).times += 1;
  for (const { items, cancels } of sandbox.allBooks()) {
    for (const { conversationId, price, by } of [...cancels, ...items.flatMap(({ refunds }) => refunds)]) {
      if (by === "panel") inPanel += parseAmount(price);
      else of(conversationId).amount += parseAmount(price);
    }
  }
  for (const { refunds, voids } of sandbox.allSaleBooks()) {
    for (const { transactionReferenceId, price } of [...refunds, ...voids]) of(transactionReferenceId).amount += parseAmount(price);
  }
  return { moved, inPanel };
}

/** The intent's id: the first attempt has it, the others have their number behind it. */
export const intentOf = (id) => id.replace(/_\d$/, "");

function isContradicted(verdict, times) {
  if (["success", "landed"].includes(verdict)) return times === 0;
  return ["failure", "not-landed"].includes(verdict) && times > 0;
}

/** Intents that were sent again after the recipe had left them to a person. */
function sentAfterLeft(steps) {
  const left = new Set();
  const found = [];
  for (const { fingerprint, state } of steps) {
    if (state === "person") left.add(fingerprint);
    if (state === "sending" && left.has(fingerprint)) found.push(fingerprint);
  }
  return found;
}

/** Why an intent was left to a person: the most frequent reason since its last sending, because the last answer may have been lost. */
function reasonOf({ fingerprint }, steps) {
  const own = steps.filter((step) => step.fingerprint === fingerprint);
  const asked = own.slice(own.findLastIndex(({ state }) => state === "sending") + 1).filter(({ reason, state }) => reason && (!state || state === "person"));
  const often = (reason) => asked.filter((step) => step.reason === reason).length;
  return asked.map(({ reason }) => reason).sort((a, b) => often(b) - often(a))[0];
}

function add(sums, currency, units) {
  sums[currency] = (sums[currency] ?? 0n) + units;
}
