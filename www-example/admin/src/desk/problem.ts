// Why something could not be shown, in words.

import { words } from "../language";
import { dayAndTime } from "../language/time";
import { el } from "../page/element";
import type { Refused } from "../worker/client";

export function problemCard(refused: Refused, what: { readonly notFound: string }, retry: () => void): HTMLElement {
  return el(
    "section",
    { class: "card empty", role: "alert" },
    el("p", {}, refused.status === 404 ? what.notFound : refusalText(refused)),
    refused.status !== 404 &&
      el("button", { type: "button", class: "button", id: "retry", on: { click: retry } }, words().problem.retry),
  );
}

/** Above a picture that could not be refreshed. */
export function staleNote(retry: () => void): HTMLElement {
  const w = words().problem;
  return el(
    "section",
    { class: "note doubt", role: "note", id: "stale" },
    el("p", {}, w.stale),
    el("button", { type: "button", class: "link", id: "refresh", on: { click: retry } }, w.retry),
  );
}

/** Who stopped it and why, or which setting is wrong: only the desk can say. */
const NEEDS_THE_DESKS_WORDS: ReadonlySet<string> = new Set(["stopped", "misconfigured"]);

/** The worker's code says it in the operator's language; its own words stand in for a code this page doesn't know. */
export function refusalText({ status, code, message, from }: Refused): string {
  const w = words().problem;
  if (status === null) return w.offline;
  const known = w.codes[code];
  if (known && from !== null) return `${known} ${w.from(dayAndTime(from))}`;
  if (known && NEEDS_THE_DESKS_WORDS.has(code)) return `${known} ${w.deskSays} ${message}`;
  return known ?? (message ? `${w.deskSays} ${message}` : w.unreadable);
}
