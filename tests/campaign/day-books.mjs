// Audits every day of a round: the caller's ledger against iyzico's list. The sums of all days must equal what truly moved. Amounts are
// in units of 10^-8.

import { Audit, Iyzico } from "../../pkg/inline.js";
import { istanbulDay } from "../../www-example/sandbox/calendar.mjs";
import { parseAmount, sum } from "../../www-example/sandbox/money.mjs";
import { nameIn } from "./witness.mjs";

const DAY = 86_400_000;
/** Findings that must not occur: everything this campaign's ledger has booked did happen, exactly so. */
const NEVER = ["missing", "different"];

/** Call it when nothing can land any more and everything is listed. `rows`: the ledger's; `said`: the package's verdicts. */
export async function auditDays({ rows, said, sandbox, baseUrl, shop, now }) {
  const [{ apiKey, secretKey }] = shop.merchants;
  const iyzico = new Iyzico({ apiKey, secretKey, baseUrl });
  const entries = rows.filter(({ operation }) => !operation.startsWith("terminal.")).flatMap((row) => entriesOf(row, said));
  const movements = movementsOf(sandbox);
  const pages = new Map();
  const found = { wrong: [], days: 0, unexpected: 0, landed: 0, late: 0, moved: sumsOf(movements), listed: {}, booked: {}, confirmed: {}, unasked: {} };
  for (const day of daysOf(movements, entries)) {
    const audit = new Audit(entries, { day, askedAt: now() });
    for (const transactionDate of [-1, 0, 1].map((away) => istanbulDay(Date.parse(`${day}T12:00:00+03:00`) + away * DAY))) {
      await readList(audit, iyzico, transactionDate, pages);
    }
    take(found, day, audit.finish());
  }
  return found;
}

/** An audit entry for each attempt, with the ledger's state. */
function entriesOf(row, said) {
  const landed = said.findLast(({ by, id, verdict }) => by === "reconcile" && verdict === "landed" && row.attempts.some(({ draft }) => nameOf(draft) === id));
  const done = { success: row.attempts.at(-1), landed: row.attempts.find(({ draft }) => nameOf(draft) === landed?.id) }[row.state];
  return row.attempts.map((attempt) => ({
    id: nameOf(attempt.draft),
    request: attempt.draft,
    sentAt: attempt.sentAt,
    state: attempt === done ? "done" : row.state === "person" ? "open" : "not-done",
  }));
}

const nameOf = ({ body }) => nameIn(JSON.parse(body));

/** Reads the list of a day to its end, each page once for all audits. */
async function readList(audit, iyzico, transactionDate, pages) {
  let next = 1;
  while (next) {
    const question = iyzico.transactions({ transactionDate, page: next });
    if (!pages.has(question.url)) {
      const response = await fetch(question.url, question);
      pages.set(question.url, { status: response.status, text: await response.text() });
    }
    const added = audit.add(question, pages.get(question.url));
    if (added.reason || added.state === "changed") throw new Error(`${transactionDate}, page ${next}: ${added.reason ?? added.state}`);
    ({ next } = added);
  }
}

function take(found, day, { complete, findings, totals }) {
  found.days += 1;
  if (!complete) found.wrong.push(`${day} is incomplete`);
  for (const { kind, reason, message } of findings) {
    if (NEVER.includes(kind) || (kind === "undecided" && reason !== "absent")) found.wrong.push(`${day}: ${message}`);
    if (kind in found) found[kind] += 1;
  }
  for (const { currency, listed, booked, confirmed, unexpected, late, landed } of totals) {
    add(found.listed, currency, listed);
    add(found.booked, currency, booked);
    add(found.confirmed, currency, confirmed);
    for (const unasked of [unexpected, late, landed]) add(found.unasked, currency, unasked);
  }
}

/** Every true movement of card payments: time, amount, currency. */
function movementsOf(sandbox) {
  return sandbox.allBooks().flatMap(({ currency, cancels, items }) =>
    [...cancels, ...items.flatMap(({ refunds }) => refunds)].map(({ at, price }) => ({ at: Date.parse(at), currency, units: parseAmount(price) })),
  );
}

function sumsOf(movements) {
  const currencies = [...new Set(movements.map(({ currency }) => currency))];
  return Object.fromEntries(currencies.map((currency) => [currency, sum(movements.filter((movement) => movement.currency === currency).map(({ units }) => units))]));
}

/** Every day on which something moved or was sent. */
function daysOf(movements, entries) {
  return [...new Set([...movements.map(({ at }) => at), ...entries.map(({ sentAt }) => sentAt)].map(istanbulDay))].sort();
}

function add(sums, currency, amount) {
  sums[currency] = (sums[currency] ?? 0n) + parseAmount(amount);
}
