// Many refunds from one file: checked here, carried out by the worker's queue, watched and reported.

import { addressOf } from "../desk/route";
import { problemCard, refusalText } from "../desk/problem";
import type { Desk, Screen } from "../desk/screen";
import { language, words } from "../language";
import { count, money } from "../money";
import { announce } from "../page/announcer";
import { el } from "../page/element";
import { confirm } from "../reversal/confirm";
import { Refused } from "../worker/client";
import type { BulkProgress } from "../worker/contract";
import { checkFile, textOf } from "./csv";
import { progressCard } from "./progress";
import { dropZone, fileCard, issueTable, type ChosenFile } from "./upload";

const LOOK_EVERY = 1_000;

export function bulkScreen(desk: Desk, bulkId: string | null): Screen {
  let text: { name: string; content: string | null } | null = null;
  let chosen: (ChosenFile & { language: string }) | null = null;
  let refusal: Refused | null = null;
  let isBusy = false;
  let progress: BulkProgress | null = null;
  let problem: Refused | null = null;
  if (bulkId !== null) void watch(bulkId);

  return { title: () => words().places.bulk, render };

  function render(): HTMLElement {
    const w = words().bulk;
    if (bulkId === null) return el("div", { class: "screen bulk" }, upload());
    const anew = el("p", {}, el("a", { href: addressOf("bulk"), id: "another-file" }, w.anotherFile));
    if (progress)
      return el(
        "div",
        { class: "screen bulk" },
        progressCard(progress, problem !== null, { download: () => void download(bulkId), resume: () => void resume(bulkId), isBusy }),
        anew,
      );
    if (problem)
      return el(
        "div",
        { class: "screen bulk" },
        problemCard(problem, { notFound: w.notFound }, () => void watch(bulkId)),
        anew,
      );
    return el(
      "div",
      { class: "screen bulk" },
      el(
        "section",
        { class: "card empty", "aria-busy": "true" },
        el("p", {}, el("span", { class: "spinner", "aria-hidden": "true" }), words().search.looking),
      ),
    );
  }

  function upload(): HTMLElement {
    const w = words().bulk;
    // The package's words about the lines are in the language they were checked in.
    if (text && chosen?.language !== language())
      chosen = { name: text.name, checked: checkFile(text.content), language: language() };
    return el(
      "div",
      { class: "screen bulk" },
      el(
        "section",
        { class: "card" },
        el("h1", {}, w.title),
        el("p", { class: "quiet" }, w.text),
        dropZone((file) => void take(file)),
      ),
      chosen && fileCard(chosen, () => chosen && void start(chosen), isBusy),
      refusal && refusalCard(refusal),
    );
  }

  function refusalCard(refused: Refused): HTMLElement {
    const { status, issues, issueCount } = refused;
    const w = words().bulk;
    return el(
      "section",
      { class: "card", role: "alert" },
      el("p", { class: "problem" }, status === null ? w.startedOrNot : issues.length > 0 ? w.notAccepted : refusalText(refused)),
      issues.length > 0 &&
        issueTable(
          issues.map(({ path: [line = "", ...field], message: text }) => ({ line, field: field.join("."), message: text })),
          issueCount,
        ),
    );
  }

  async function take(file: File): Promise<void> {
    text = { name: file.name, content: await textOf(file) };
    chosen = null;
    refusal = null;
    desk.refresh("file-title");
    const { checked } = chosen ?? { checked: checkFile(text.content) };
    announce(checked.issues.length > 0 ? words().bulk.notAccepted : words().bulk.accepted(count(String(checked.lines))));
    desk.refresh("file-title");
  }

  async function start({ name, checked }: ChosenFile): Promise<void> {
    const w = words();
    const lines = count(String(checked.lines));
    const isSure = await confirm({
      title: w.bulk.confirmTitle(lines),
      text: w.bulk.confirmText,
      facts: [
        [w.bulk.file, name],
        ...checked.totals.map(([currency, total]) => [w.bulk.total, money(total, currency || null)] as const),
      ],
      yes: w.bulk.start(lines),
    });
    if (!isSure || isBusy) return;
    isBusy = true;
    refusal = null;
    desk.refresh();
    try {
      const { bulkId: id } = await desk.client.startBulk(checked.csv);
      location.hash = addressOf("bulk", id);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refusal = error;
    }
    isBusy = false;
    desk.refresh();
  }

  async function watch(id: string): Promise<void> {
    for (;;) {
      let isNew = false;
      try {
        const next = await desk.client.bulk(id);
        isNew =
          progress === null ||
          problem !== null ||
          next.done !== progress.done ||
          JSON.stringify([next.counts, next.pause]) !== JSON.stringify([progress.counts, progress.pause]);
        if (next.pause && !progress?.pause) announce(words().bulk.paused);
        const isFirst = progress === null;
        progress = next;
        problem = null;
        if (isNew) desk.refresh(isFirst ? "progress-title" : undefined);
        if (next.done >= next.total) return announce(words().bulk.finished);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        isNew = problem === null;
        problem = error;
        if (isNew) desk.refresh();
        if (error.status !== null && error.status !== 429) return;
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
      if (desk.left.aborted) return;
    }
  }

  async function resume(id: string): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    desk.refresh();
    try {
      progress = await desk.client.resumeBulk(id);
      problem = null;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      problem = error;
    }
    isBusy = false;
    desk.refresh("progress-title");
  }

  async function download(id: string): Promise<void> {
    try {
      const address = URL.createObjectURL(await desk.client.bulkReport(id));
      el("a", { href: address, download: `${words().bulk.reportName}-${id}.csv` }).click();
      // Not at once: the browser still has to take it.
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      problem = error;
      desk.refresh();
    }
  }
}
