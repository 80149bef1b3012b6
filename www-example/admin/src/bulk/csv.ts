// Reads a file of refunds and lets the package check every line before anything leaves the browser.

import { draft, validate, type Params } from "iyzico-reversals";
import { language, words } from "../language";
import { isAmount, sum } from "../money";

export const COLUMNS = ["paymentId", "paymentTransactionId", "price", "currency", "conversationId"] as const;
/** A sixth column, where a file has more than refunds of items. */
const OPERATION = "operation";
const OPERATIONS = ["refund", "refundV2", "cancel"] as const;

/** What the worker takes at once. */
const MOST_LINES = 10_000;
const LARGEST_FILE = 2 * 1024 * 1024;
const MOST_ISSUES = 100;

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
  /** The first of them; `issueCount` says how many there are. */
  readonly issues: readonly LineIssue[];
  readonly issueCount: number;
  readonly invalidLines: number;
  /** The same lines, as they are handed over. */
  readonly csv: string;
}

/** A file's text; `null` when it is larger than the worker takes, and then it isn't read at all. */
export const textOf = (file: File): Promise<string | null> => (file.size > LARGEST_FILE ? Promise.resolve(null) : file.text());

export function checkFile(text: string | null): CheckedFile {
  const w = words().bulk;
  if (text === null) return refused("1", w.tooLarge(String(LARGEST_FILE / 1024 / 1024)));
  const separator = separatorOf(text);
  const [header = [], ...rows] = readRows(text, separator);
  const columns = [[...COLUMNS], [...COLUMNS, OPERATION]].find((names) => names.join() === header.join());
  if (!columns) return refused("1", w.wrongHeader(COLUMNS.join(separator)));
  if (rows.length === 0) return refused("1", w.noLines);
  // Before any of them is looked at.
  if (rows.length > MOST_LINES) return refused(String(MOST_LINES + 2), w.tooManyLines(String(MOST_LINES), String(rows.length)));

  const issues: LineIssue[] = [];
  let issueCount = 0;
  const invalid = new Set<string>();
  const note = (issue: LineIssue) => {
    issueCount += 1;
    invalid.add(issue.line);
    if (issues.length < MOST_ISSUES) issues.push(issue);
  };
  const seen = new Map<string, string>();
  const amounts = new Map<string, string[]>();
  rows.forEach((row, index) => {
    const line = String(index + 2);
    if (row.length !== columns.length) {
      note({ line, field: "", message: w.wrongCount(String(row.length), String(columns.length)) });
      return;
    }
    const [paymentId = "", paymentTransactionId = "", price = "", currency = "", conversationId = "", named = ""] = row;
    const operation = OPERATIONS.find((name) => name === (named || "refund"));
    if (!operation) {
      note({ line, field: OPERATION, message: w.wrongOperation(OPERATIONS.join(", ")) });
      return;
    }
    const locale = language();
    const of = { conversationId, locale, ...(currency && { currency }) };
    const item = { ...(paymentTransactionId && { paymentTransactionId }) };
    const params = {
      refund: { ...of, paymentTransactionId, price },
      refundV2: { ...of, paymentId, price, ...item },
      cancel: { ...of, paymentId, ...item, ...(price && { price }) },
    }[operation];
    const payment = validate("cancel", { paymentId, locale });
    const refund = validate(operation, params);
    const ofPayment = payment.ok || operation !== "refund" ? [] : payment.issues;
    for (const issue of [...ofPayment, ...(refund.ok ? [] : refund.issues)]) {
      note({ line, field: issue.path.join("."), message: issue.message });
    }
    if (!refund.ok) return;
    // One name of one payment is one refund: by the fingerprint, and for whoever reads the payment back later.
    const names = [draft(operation, params as Params[typeof operation]).fingerprint, `${paymentId} ${conversationId}`];
    const first = names.map((name) => seen.get(name)).find((found) => found !== undefined);
    if (first) note({ line, field: "conversationId", message: w.repeats(first) });
    else names.forEach((name) => seen.set(name, line));
    if (isAmount(price)) amounts.set(currency, [...(amounts.get(currency) ?? []), price]);
  });
  return {
    lines: rows.length,
    totals: [...amounts].map(([currency, list]) => [currency, sum(list)] as const),
    issues,
    issueCount,
    invalidLines: invalid.size,
    csv: [columns, ...rows].map((row) => `${row.map(quoted).join(",")}\n`).join(""),
  };
}

/** A file of which no line was looked at. */
const refused = (line: string, message: string): CheckedFile => ({
  lines: 0,
  totals: [],
  issues: [{ line, field: "", message }],
  issueCount: 1,
  invalidLines: 1,
  csv: "",
});

/** Excel in Turkish separates by semicolons. */
const separatorOf = (text: string): string => (/^[^\n,]*;/.test(text) ? ";" : ",");

const quoted = (cell: string): string => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Rows of cells as RFC 4180 has them; blank lines at the end do not count. */
function readRows(text: string, separator: string): string[][] {
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
    else if (sign === separator) {
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
