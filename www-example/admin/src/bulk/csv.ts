// Reads a file of refunds and lets the package check every line before anything leaves the browser.

import { draft, validate } from "iyzico-reversals";
import { language, words } from "../language";
import { isAmount, sum } from "../money";

export const COLUMNS = ["paymentId", "paymentTransactionId", "price", "currency", "conversationId"] as const;

/** What the worker takes at once. */
const MOST_LINES = 10_000;

export interface LineIssue {
  /** As a text editor counts; the header is line 1. */
  readonly line: string;
  readonly field: string;
  readonly message: string;
}

export interface CheckedFile {
  readonly lines: number;
  /** What is asked for, by currency. */
  readonly totals: readonly (readonly [currency: string, total: string])[];
  readonly issues: readonly LineIssue[];
  /** The same lines, as they are handed over. */
  readonly csv: string;
}

export function checkFile(text: string): CheckedFile {
  const w = words().bulk;
  const [header = [], ...rows] = readRows(text);
  const nothing = { lines: 0, totals: [], csv: "" };
  if (header.length === 1 && (header[0] ?? "").includes(";")) {
    return { ...nothing, issues: [{ line: "1", field: "", message: w.semicolons }] };
  }
  if (header.join() !== COLUMNS.join()) {
    return { ...nothing, issues: [{ line: "1", field: "", message: w.wrongHeader(COLUMNS.join(",")) }] };
  }
  if (rows.length === 0) return { ...nothing, issues: [{ line: "1", field: "", message: w.noLines }] };

  if (rows.length > MOST_LINES) {
    return { ...nothing, issues: [{ line: String(MOST_LINES + 2), field: "", message: w.tooManyLines(String(MOST_LINES)) }] };
  }

  const issues: LineIssue[] = [];
  const seen = new Map<string, string>();
  const amounts = new Map<string, string[]>();
  rows.forEach((row, index) => {
    const line = String(index + 2);
    if (row.length !== COLUMNS.length) {
      issues.push({ line, field: "", message: w.wrongCount(String(row.length), String(COLUMNS.length)) });
      return;
    }
    const [paymentId = "", paymentTransactionId = "", price = "", currency = "", conversationId = ""] = row;
    const locale = language();
    const payment = validate("cancel", { paymentId, locale });
    const refund = validate("refund", { paymentTransactionId, price, conversationId, locale, ...(currency && { currency }) });
    for (const issue of [...(payment.ok ? [] : payment.issues), ...(refund.ok ? [] : refund.issues)]) {
      issues.push({ line, field: issue.path.join("."), message: issue.message });
    }
    if (!refund.ok) return;
    // One name of one payment is one refund: by the fingerprint, and for whoever reads the payment back later.
    const names = [draft("refund", refund.value).fingerprint, `${paymentId} ${conversationId}`];
    const first = names.map((name) => seen.get(name)).find((found) => found !== undefined);
    if (first) issues.push({ line, field: "conversationId", message: w.repeats(first) });
    else names.forEach((name) => seen.set(name, line));
    if (isAmount(price)) amounts.set(currency, [...(amounts.get(currency) ?? []), price]);
  });
  return {
    lines: rows.length,
    totals: [...amounts].map(([currency, list]) => [currency, sum(list)] as const),
    issues,
    csv: [COLUMNS, ...rows].map((row) => `${row.map(quoted).join(",")}\n`).join(""),
  };
}

const quoted = (cell: string): string => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Rows of cells as RFC 4180 has them; blank lines at the end do not count. */
function readRows(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let isQuoted = false;
  const source = text.replace(/^\uFEFF/, "").replace(/[\r\n]+$/, "");
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at];
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (source[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && cell === "") isQuoted = true;
    else if (sign === ",") {
      rows.at(-1)?.push(cell);
      cell = "";
    } else if (sign === "\n") {
      rows.at(-1)?.push(cell);
      cell = "";
      rows.push([]);
    } else if (sign !== "\r" || source[at + 1] !== "\n") cell += sign;
  }
  rows.at(-1)?.push(cell);
  return source === "" ? [] : rows;
}
