// Compares the simulator's books with the desk's state of each debt. Amounts are in units of 10^-8.

import { parseAmount, sum } from "../../../www-example/sandbox/money.mjs";
import { intentOf, movements } from "../audit.mjs";

/** Call it when nothing can land any more. `record`: the desk's state by each attempt's name, or null if the desk didn't take it. */
export function audit({ debts, record, sandbox }) {
  const { moved, inPanel } = movements(sandbox);
  const names = new Set(debts.flatMap(({ attempts }) => attempts.map(({ name }) => name)));
  const movedOf = new Map();
  for (const [id, movement] of moved) movedOf.set(intentOf(id), [...(movedOf.get(intentOf(id)) ?? []), movement]);
  const sums = { books: {}, desk: {}, persons: {} };
  const found = { carriedOut: 0, doubles: [], lost: [], invented: [], unsettled: [], otherAmount: [], ...sums };
  for (const debt of debts) {
    const own = movedOf.get(debt.name) ?? [];
    const times = own.reduce((total, movement) => total + movement.times, 0);
    if (times > 0) found.carriedOut += 1;
    if (times > 1) found.doubles.push(debt.name);
    add(found.books, debt.currency, sum(own.map(({ amount }) => amount)));
    for (const { name } of debt.attempts) weigh(found, debt, name, record.get(name) ?? null, moved.get(name));
  }
  found.unrecorded = [...moved.keys()].filter((id) => !names.has(id) && debts.some(({ name }) => name === intentOf(id)));
  found.movements = [...moved.values()].reduce((total, { times }) => total + times, 0);
  found.inPanel = inPanel;
  found.booksMoved = sum([...sandbox.allBooks(), ...sandbox.allSaleBooks()].map((books) => parseAmount(books.moved)));
  const isAbove = ({ paid, refunded }) => parseAmount(refunded) > parseAmount(paid);
  found.aboveThePaid = sandbox.allBooks().filter(isAbove).map(({ paymentId }) => paymentId);
  return found;
}

/** Compares one attempt's state at the desk with the simulator's books. */
function weigh(found, { currency, units }, name, intent, movement) {
  const { times, amount } = movement ?? { times: 0, amount: 0n };
  if (isLeftToPeople(intent)) {
    add(found.persons, currency, amount);
    return;
  }
  if (["sending", "checking"].includes(intent?.state)) found.unsettled.push(name);
  const isBooked = intent?.state === "success";
  if (times > 0 && !isBooked) found.lost.push(name);
  if (!isBooked) return;
  if (times === 0) found.invented.push(name);
  const booked = intent.amount === null ? units : parseAmount(intent.amount);
  if (booked !== units || (times > 0 && amount !== units)) found.otherAmount.push(name);
  add(found.desk, currency, booked);
}

/** Ambiguous, or a failure that iyzico leaves open: the desk shows either as theirs, and sends nothing else until it is settled. */
export const isLeftToPeople = (intent) =>
  intent !== null && intent.settleableFrom !== null && ["ambiguous", "failure"].includes(intent.state);

function add(sums, currency, units) {
  sums[currency] = (sums[currency] ?? 0n) + units;
}
