// Reads a bulk file: CSV text to checked lines, all or none.
//
// Cells can't contain line breaks, so each line of the text is a line of the file, and an unclosed quote spoils only its own line. A CSV
// library would read such a quote as a cell that goes on to the end of the file.

import { draft, validate, type Draft, type Params } from "iyzico-reversals";

import { isPaymentId, type CardRefund } from "../card/payment.js";
import { issue, type Issue, type Refusal } from "../refusal.js";

export const COLUMNS = ["paymentId", "paymentTransactionId", "price", "currency", "conversationId"] as const;
/** A sixth column, for files with other operations than `refund`. */
export const OPERATION = "operation";
export const MOST_LINES = 10_000;
export const MOST_ISSUES = 100;

export interface Line {
  /** The line number, as in a text editor: the header is line 1. */
  readonly number: number;
  readonly paymentId: string;
  readonly draft: Draft<CardRefund>;
  readonly cells: readonly string[];
}

/** A message of the queue: the line, without anything that could make two deliveries two refunds. */
export interface LineMessage {
  readonly bulkId: string;
  readonly operator: string;
  readonly number: number;
  readonly paymentId: string;
  readonly draft: Draft<CardRefund>;
}

/** A refused file: its numbers of lines and issues, and the first issues. */
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
  // Counted before they are checked: checking a hundred thousand lines takes too long.
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
    // A refused file's lines are not needed.
    if (issues.count === 0) lines.push(line);
  }
  if (count === 0) issues.add([issue(["2"], "missing", "there is no line to refund")]);
  return issues.count > 0 ? { refusal: issues.refusal() } : { lines };
}

const CONVERSATION = COLUMNS.indexOf("conversationId");

/** Counts all issues and keeps the first ones. */
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

/** The format of a file with this header; `null` for an unknown header. Excel in Turkish separates by semicolons. */
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

/** Yields the lines after the header, except blank ones. */
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
  // An id or price that doesn't belong there is an issue: it was meant for something.
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

/** The cells of a row; `null` if its quotes don't match. */
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
