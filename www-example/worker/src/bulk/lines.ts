// A bulk file: CSV text to checked lines, all of them or none.
//
// No cell may hold a line break, so a line of the text is a line of the file, and a quote that is never closed spoils its own line only.
// That is why no CSV library reads it: they take such a quote for the beginning of a cell that goes on to the end of the file.

import { draft, validate, type Draft, type Params } from "iyzico-reversals";

import { isPaymentId, type CardRefund } from "../card/payment.js";
import { issue, type Issue, type Refusal } from "../refusal.js";

export const COLUMNS = ["paymentId", "paymentTransactionId", "price", "currency", "conversationId"] as const;
/** A sixth column, where a file has more than refunds of items. */
export const OPERATION = "operation";
export const MOST_LINES = 10_000;
export const MOST_ISSUES = 100;

export interface Line {
  /** As a text editor counts: the header is line 1. */
  readonly number: number;
  readonly paymentId: string;
  readonly draft: Draft<CardRefund>;
  readonly cells: readonly string[];
}

/** What travels through the queue: the line, and nothing that would let two deliveries become two refunds. */
export interface LineMessage {
  readonly bulkId: string;
  readonly operator: string;
  readonly number: number;
  readonly paymentId: string;
  readonly draft: Draft<CardRefund>;
}

/** Why a file is refused: how many lines and issues it has, and the first of these. */
export interface FileRefusal extends Refusal {
  readonly lineCount: number;
  readonly issueCount: number;
}

export type Parsed = { readonly lines: readonly Line[] } | { readonly refusal: FileRefusal };

/** @param locale - of the issues, and of iyzico's messages about these refunds */
export function parseLines(text: string, locale: "tr" | "en"): Parsed {
  const count = countLines(text);
  const issues = new Issues(count);
  const form = formOf(headerOf(text));
  if (!form) {
    issues.add([issue(["1"], "missing", `the first line must be ${COLUMNS.join(",")}, or that with ${OPERATION} at its end`)]);
    return { refusal: issues.refusal() };
  }
  // Before any of them is looked at: checking a hundred thousand lines takes longer than anybody waits.
  if (count > MOST_LINES) {
    issues.add([issue([String(MOST_LINES + 2)], "body", `at most ${MOST_LINES} lines in one file, and there are ${count}`)]);
    return { refusal: issues.refusal() };
  }

  const lines: Line[] = [];
  const seen = new Map<string, number>();
  for (const [number, row] of rowsOf(text)) {
    const checked = checkLine(number, row, form, locale);
    if ("issues" in checked) {
      issues.add(checked.issues);
      continue;
    }
    const { line } = checked;
    const names = [line.draft.fingerprint, `${line.paymentId} ${line.cells[CONVERSATION]}`];
    const earlier = names.map((name) => seen.get(name)).find((found) => found !== undefined);
    if (earlier !== undefined) issues.add([issue([String(number), "conversationId"], "duplicate", `stands in line ${earlier} already`)]);
    else for (const name of names) seen.set(name, number);
    // What won't be taken need not be kept.
    if (issues.count === 0) lines.push(line);
  }
  if (count === 0) issues.add([issue(["2"], "missing", "there is no line to refund")]);
  return issues.count > 0 ? { refusal: issues.refusal() } : { lines };
}

const CONVERSATION = COLUMNS.indexOf("conversationId");

/** Counts every issue and keeps the first of them. */
class Issues {
  readonly #lineCount: number;
  readonly #kept: Issue[] = [];
  count = 0;

  constructor(lineCount: number) {
    this.#lineCount = lineCount;
  }

  add(issues: readonly Issue[]): void {
    this.count += issues.length;
    this.#kept.push(...issues.slice(0, MOST_ISSUES - this.#kept.length));
  }

  refusal(): FileRefusal {
    const [lineCount, issueCount, issues] = [this.#lineCount, this.count, this.#kept];
    const rest = issueCount > issues.length ? `; these are the first ${issues.length}` : "";
    const message = `${plural(issueCount, "issue")} in ${plural(lineCount, "line")}${rest}`;
    return { status: 400, code: "invalid", message, lineCount, issueCount, issues };
  }
}

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;

interface Form {
  readonly separator: string;
  readonly columns: number;
}

/** How a file with this header is written; `null` when it is no header of ours. Excel in Turkish separates by semicolons. */
function formOf(header: string): Form | null {
  for (const separator of [",", ";"]) {
    if (header === COLUMNS.join(separator)) return { separator, columns: COLUMNS.length };
    if (header === [...COLUMNS, OPERATION].join(separator)) return { separator, columns: COLUMNS.length + 1 };
  }
  return null;
}

type Row = readonly [number: number, text: string];

function headerOf(text: string): string {
  const end = text.indexOf("\n");
  return text.slice(0, end < 0 ? text.length : end).replace(/^\uFEFF/, "").trim();
}

/** The lines after the header, but blank ones; one at a time. */
function* rowsOf(text: string): Generator<Row> {
  for (let number = 2, from = text.indexOf("\n") + 1; from > 0; number++) {
    const end = text.indexOf("\n", from);
    const row = text.slice(from, end < 0 ? text.length : end).replace(/\r$/, "");
    if (row.trim() !== "") yield [number, row];
    from = end + 1;
  }
}

function countLines(text: string): number {
  let count = 0;
  for (const _ of rowsOf(text)) count++;
  return count;
}

function checkLine(number: number, row: string, { separator, columns }: Form, locale: "tr" | "en"): { line: Line } | { issues: Issue[] } {
  const at = (path: readonly string[]) => [String(number), ...path];
  const cells = cellsOf(row, separator);
  if (cells?.length !== columns) return { issues: [issue(at([]), "type", `must have ${columns} cells`)] };

  const [paymentId = "", paymentTransactionId = "", price = "", currency = "", conversationId = "", named = ""] = cells;
  const operation = (named || "refund") as CardRefund;
  const of = { locale, conversationId, ...(currency && { currency }) };
  // An id or price where none belongs is not passed over: somebody meant something by it.
  const params: Record<CardRefund, object> = {
    refund: { ...of, paymentTransactionId, price },
    refundV2: { ...of, paymentId, price, ...(paymentTransactionId && { paymentTransactionId }) },
    cancel: { ...of, paymentId, ...(paymentTransactionId && { paymentTransactionId }), ...(price && { price }) },
  };
  if (!Object.hasOwn(params, operation)) {
    return { issues: [issue(at([OPERATION]), "type", `must be ${Object.keys(params).join(", ")}, or empty for a refund`)] };
  }
  const checked = validate(operation, params[operation]);
  const issues: Issue[] = checked.ok ? [] : checked.issues.map((found) => ({ ...found, path: at(found.path) }));
  if (operation === "refund" && !isPaymentId(paymentId)) issues.unshift(issue(at(["paymentId"]), "id_format", "is no payment's id"));
  if (issues.length > 0) return { issues };
  return { line: { number, paymentId, cells, draft: draft(operation, params[operation] as Params[CardRefund]) } };
}

/** The cells of one row; `null` when its quotes don't add up. */
function cellsOf(row: string, separator: string): string[] | null {
  const cell = CELLS[separator as keyof typeof CELLS];
  const cells: string[] = [];
  for (cell.lastIndex = 0; ; ) {
    const [match, quoted, plain, end] = cell.exec(row) ?? [];
    if (match === undefined) return null;
    cells.push((quoted?.replaceAll('""', '"') ?? plain ?? "").trim());
    if (end === "") return cells;
  }
}

const CELLS = { ",": /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y, ";": /(?:"((?:[^"]|"")*)"|([^";]*))(;|$)/y };
