// How far a bulk job is, and its report.

import { words } from "../language";
import { count } from "../money";
import { el } from "../page/element";
import { identifier } from "../page/facts";
import { icon } from "../page/icon";
import { shares } from "../reversal/balance";
import type { BulkProgress } from "../worker/contract";

const KINDS = ["success", "failure", "unknown", "waiting"] as const;

export function progressCard(
  { bulkId, total, done, counts }: BulkProgress,
  isOffline: boolean,
  download: () => void,
): HTMLElement {
  const w = words().bulk;
  const isDone = done >= total;
  const of = w.doneOf(count(String(done)), count(String(total)));
  return el(
    "section",
    { class: "card progress", "aria-labelledby": "progress-title", "data-state": isDone ? "done" : "running" },
    el("h1", { id: "progress-title", tabindex: "-1" }, isDone ? w.finished : w.running),
    el("p", { class: "quiet" }, w.job, " ", identifier(bulkId.slice(0, 12))),
    el("p", { class: "done-of money" }, of),
    el(
      "div",
      {
        role: "progressbar",
        id: "bulk-progress",
        "aria-label": w.progress,
        "aria-valuemin": "0",
        "aria-valuemax": String(total),
        "aria-valuenow": String(done),
        "aria-valuetext": of,
      },
      shares(KINDS.map((kind) => ({ kind, share: total === 0 ? 0 : (counts[kind] * 1000) / total }))),
    ),
    el(
      "dl",
      { class: "legend" },
      ...KINDS.map((kind) =>
        el(
          "div",
          { class: counts[kind] === 0 ? `${kind} none` : kind, "data-count": kind },
          el("dt", {}, w.counts[kind]),
          el("dd", { class: "money" }, count(String(counts[kind]))),
        ),
      ),
    ),
    isOffline && el("p", { class: "note" }, words().problem.offline),
    !isDone && el("p", { class: "quiet" }, w.goesOn),
    isDone && counts.unknown > 0 && el("p", { class: "note doubt" }, w.unknownLeft),
    el(
      "div",
      { class: "buttons" },
      el(
        "button",
        { type: "button", class: isDone ? "button strong" : "button", id: "report", on: { click: download } },
        icon("file"),
        isDone ? w.report : w.reportSoFar,
      ),
    ),
  );
}
