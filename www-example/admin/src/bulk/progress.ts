// How far a bulk job is, and its report.

import { words } from "../language";
import { count } from "../money";
import { el } from "../page/element";
import { identifier } from "../page/facts";
import { icon } from "../page/icon";
import { shares } from "../reversal/balance";
import type { BulkProgress } from "../worker/contract";

const KINDS = ["success", "failure", "unknown", "waiting"] as const;

interface Actions {
  readonly download: () => void;
  readonly resume: () => void;
  readonly isBusy: boolean;
}

export function progressCard(
  { bulkId, total, done, counts, pause }: BulkProgress,
  isOffline: boolean,
  { download, resume, isBusy }: Actions,
): HTMLElement {
  const w = words().bulk;
  const isDone = done >= total;
  const isPaused = pause !== null && !isDone;
  const state = isDone ? "done" : isPaused ? "paused" : "running";
  const of = w.doneOf(count(String(done)), count(String(total)));
  return el(
    "section",
    { class: "card progress", "aria-labelledby": "progress-title", "data-state": state },
    el("h1", { id: "progress-title", tabindex: "-1" }, { done: w.finished, paused: w.paused, running: w.running }[state]),
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
    state === "running" && el("p", { class: "quiet" }, w.goesOn),
    isPaused && el("p", { class: "note doubt", role: "alert" }, w.whyPaused, " ", `${pause.code} ${pause.message}`.trim()),
    isDone && counts.unknown > 0 && el("p", { class: "note doubt" }, w.unknownLeft),
    el(
      "div",
      { class: "buttons" },
      isPaused &&
        el("button", { type: "button", class: "button strong", id: "resume", disabled: isBusy, on: { click: resume } }, w.resume),
      el(
        "button",
        { type: "button", class: isDone ? "button strong" : "button", id: "report", on: { click: download } },
        icon("file"),
        isDone ? w.report : w.reportSoFar,
      ),
    ),
  );
}
