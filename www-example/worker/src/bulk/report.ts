// The report of a bulk file: every line as given, with its outcome. Made for Excel.
//
// Ids and amounts are written exactly as sent, with a decimal point.

import type { Intent } from "../ledger/intent.js";
import type { Refusal } from "../refusal.js";
import { COLUMNS, OPERATION } from "./lines.js";

export interface ReportedLine {
  readonly number: number;
  readonly cells: readonly string[];
  readonly state: string;
  readonly detail: string;
}

/** The separator of cells, by which Excel expects the machine's language. */
export type Separator = "," | ";";

/** A byte order mark: without it Excel reads UTF-8 in the machine's legacy character set. */
const BYTE_ORDER_MARK = "\uFEFF";

export function reportOf(lines: readonly ReportedLine[], separator: Separator): string {
  const hasOperations = (lines[0]?.cells.length ?? 0) > COLUMNS.length;
  const header = ["line", ...COLUMNS, ...(hasOperations ? [OPERATION] : []), "outcome", "detail"];
  const rows = lines.map(({ number, cells, state, detail }) => [String(number), ...cells, state, detail]);
  return BYTE_ORDER_MARK + [header, ...rows].map((row) => `${row.map((text) => cell(text)).join(separator)}\r\n`).join("");
}

/** An outcome in a few words for the report. */
export function detailOf({ state, settledBy, outcome }: Intent): string {
  if (state === "success" && outcome?.status === "success") {
    const { refundHostReference } = outcome.data as { refundHostReference?: string };
    return refundHostReference ? `reference ${refundHostReference}` : "";
  }
  if (settledBy === "person") return state === "success" ? "carried out, as two people found" : "not carried out, as two people found";
  if (state === "success") return "found by read-back";
  if (state === "failure" && settledBy === "read-back") return "not carried out";
  if (state === "ambiguous") return "look at it in iyzico's panel before anything else";
  if (outcome?.status === "failure") return [outcome.advice, outcome.error.code, outcome.error.message].filter(Boolean).join("; ");
  return outcome?.status === "unknown" ? `checking: ${outcome.reason}` : "checking";
}

/** Refusals that need a person. */
const FOR_PEOPLE = ["landed-after-all", "not-ruled-out", "maybe-there", "already-there", "contradiction"];

export function refusalDetail(refusal: Refusal): string {
  const forPeople = FOR_PEOPLE.includes(refusal.code) ? ["a person must look at this payment"] : [];
  return [...whyNot(refusal), "nothing was sent", ...forPeople].join("; ");
}

/** Why a line has to wait, and until when. */
export function waitingDetail(refusal: Refusal): string {
  const until = refusal.from ? [`not before ${new Date(refusal.from).toISOString()}`] : [];
  return [`waiting: ${whyNot(refusal).join("; ")}`, ...until].join("; ");
}

const whyNot = ({ code, message, doubt, failure }: Refusal): string[] => {
  const because = failure ? `${failure.code} ${failure.message}`.trim() : doubt;
  return [code, because ? `${message.replace(/; nothing was sent$/, "")} (${because})` : message.replace(/; nothing was sent$/, "")];
};

/*
 * Makes a text harmless in a spreadsheet, which runs cells that begin like a formula. Excel may split a file at the other separator,
 * where quotes protect nothing, so every place that could begin a cell is escaped.
 */
const FORMULA = /(^|[;,\t\r\n])([\s"]*)([=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g;

function cell(text: string): string {
  const harmless = text.replace(FORMULA, "$1$2'$3").replace(/^[\t\r\n]/, "'$&");
  return /[",;\t\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
