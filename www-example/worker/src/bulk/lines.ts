// A bulk file: CSV text to checked lines, all of them or none.

import { draft, validate, type Draft, type Params } from "iyzico-reversals";

import { isPaymentId } from "../card/payment.js";
import { issue, type Issue } from "../refusal.js";

export const COLUMNS = ["paymentId", "paymentTransactionId", "price", "currency", "conversationId"] as const;
const MOST_LINES = 10_000;

export interface Line {
  /** As a text editor counts: the header is line 1. */
  readonly number: number;
  readonly paymentId: string;
  readonly draft: Draft<"refund">;
  readonly cells: readonly string[];
}

/** What travels through the queue: the line, and nothing that would let two deliveries become two refunds. */
export interface LineMessage {
  readonly bulkId: string;
  readonly operator: string;
  readonly number: number;
  readonly paymentId: string;
  readonly draft: Draft<"refund">;
}

export type Parsed = { readonly lines: readonly Line[] } | { readonly issues: readonly Issue[] };

/** @param locale - of the issues, and of iyzico's messages about these refunds */
export function parseLines(text: string, locale: "tr" | "en"): Parsed {
  const [header = "", ...rows] = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  if (header.trim() !== COLUMNS.join(",")) return { issues: [issue(["1"], "missing", `the first line must be ${COLUMNS.join(",")}`)] };

  const lines: Line[] = [];
  const issues: Issue[] = [];
  const seen = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    if (row.trim() === "") continue;
    const number = index + 2;
    const checked = checkLine(number, row, locale);
    if ("issues" in checked) {
      issues.push(...checked.issues);
      continue;
    }
    const { line } = checked;
    for (const name of [line.draft.fingerprint, `${line.paymentId} ${line.cells.at(-1)}`]) {
      const earlier = seen.get(name) ?? number;
      if (earlier !== number) issues.push(issue([String(number), "conversationId"], "duplicate", `stands in line ${earlier} already`));
      seen.set(name, earlier);
      if (earlier !== number) break;
    }
    lines.push(line);
  }
  if (lines.length + issues.length === 0) issues.push(issue(["2"], "missing", "there is no line to refund"));
  if (lines.length > MOST_LINES) issues.push(issue([String(MOST_LINES + 2)], "body", `at most ${MOST_LINES} lines in one file`));
  return issues.length > 0 ? { issues } : { lines };
}

function checkLine(number: number, row: string, locale: "tr" | "en"): { line: Line } | { issues: Issue[] } {
  const at = (path: readonly string[]) => [String(number), ...path];
  const cells = cellsOf(row);
  if (cells?.length !== COLUMNS.length) return { issues: [issue(at([]), "type", `must have ${COLUMNS.length} cells`)] };

  const [paymentId = "", paymentTransactionId, price, currency, conversationId = ""] = cells;
  const params = { locale, paymentTransactionId, price, conversationId, ...(currency && { currency }) };
  const checked = validate("refund", params);
  const issues: Issue[] = checked.ok ? [] : checked.issues.map((found) => ({ ...found, path: at(found.path) }));
  if (!isPaymentId(paymentId)) issues.unshift(issue(at(["paymentId"]), "id_format", "is no payment's id"));
  if (issues.length > 0) return { issues };
  return { line: { number, paymentId, cells, draft: draft("refund", params as Params["refund"]) } };
}

/** The cells of one row; `null` when its quotes don't add up. */
function cellsOf(row: string): string[] | null {
  const cell = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y;
  const cells: string[] = [];
  for (;;) {
    const [match, quoted, plain, end] = cell.exec(row) ?? [];
    if (match === undefined) return null;
    cells.push((quoted?.replaceAll('""', '"') ?? plain ?? "").trim());
    if (end === "") return cells;
  }
}
