// A bulk file's report: every line as it was given, with what became of it.

import type { Intent } from "../ledger/intent.js";
import type { Refusal } from "../refusal.js";
import { COLUMNS } from "./lines.js";

export interface ReportedLine {
  readonly number: number;
  readonly cells: readonly string[];
  readonly state: string;
  readonly detail: string;
}

export function reportOf(lines: Iterable<ReportedLine>): string {
  let text = `line,${COLUMNS.join(",")},outcome,detail\r\n`;
  for (const { number, cells, state, detail } of lines) text += `${[String(number), ...cells, state, detail].map(cell).join(",")}\r\n`;
  return text;
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

export const refusalDetail = ({ code, message }: Refusal) => `${code}; ${message}; nothing was sent`;

// A spreadsheet runs what begins like a formula, and some of these texts are others'.
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
