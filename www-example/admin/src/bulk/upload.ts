// Chooses a file and shows what is wrong with it before it is handed over.

import { words } from "../language";
import { count, money } from "../money";
import { el } from "../page/element";
import { icon } from "../page/icon";
import { COLUMNS, type CheckedFile, type LineIssue } from "./csv";

export interface ChosenFile {
  readonly name: string;
  readonly checked: CheckedFile;
}

export function dropZone(take: (file: File) => void): HTMLElement {
  const w = words().bulk;
  const input = el("input", {
    type: "file",
    id: "file",
    class: "only-heard",
    accept: ".csv,text/csv",
    "aria-describedby": "file-hint",
    on: { change: () => input.files?.[0] && take(input.files[0]) },
  });
  const zone = el(
    "label",
    { class: "drop", for: "file" },
    icon("file"),
    el("span", { class: "drop-title" }, w.drop),
    el("span", { class: "quiet" }, w.orChoose),
  );
  zone.addEventListener("dragover", (event) => {
    event.preventDefault();
    zone.classList.add("over");
  });
  zone.addEventListener("dragleave", () => zone.classList.remove("over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    const file = event.dataTransfer?.files[0];
    if (file) take(file);
  });
  return el(
    "div",
    { class: "drop-field" },
    input,
    zone,
    el(
      "p",
      { class: "quiet", id: "file-hint" },
      w.columns,
      " ",
      el("code", { translate: "no" }, ...COLUMNS.flatMap((name, index) => (index === 0 ? [name] : [",", el("wbr"), name]))),
    ),
  );
}

export function fileCard({ name, checked }: ChosenFile, start: () => void, isBusy: boolean): HTMLElement {
  const w = words().bulk;
  const { lines, totals, issues, issueCount, invalidLines } = checked;
  return el(
    "section",
    { class: "card file", "aria-labelledby": "file-title" },
    el("h2", { id: "file-title", tabindex: "-1" }, name),
    lines > 0 &&
      el(
        "dl",
        { class: "figures" },
        figure(w.lines, count(String(lines))),
        ...totals.map(([currency, total]) => figure(w.total, money(total, currency || null))),
        figure(w.invalid, count(String(invalidLines))),
      ),
    issues.length > 0
      ? el("div", {}, el("p", { class: "problem", role: "alert" }, w.notAccepted), issueTable(issues, issueCount))
      : el(
          "button",
          { type: "button", class: "button strong", id: "start-bulk", disabled: isBusy, on: { click: start } },
          w.start(count(String(lines))),
        ),
  );
}

const figure = (name: string, value: string): HTMLElement =>
  el("div", {}, el("dt", {}, name), el("dd", { class: "money" }, value));

/** @param issueCount - of all issues; those that are not in the list are told by their number */
export function issueTable(issues: readonly LineIssue[], issueCount: number): HTMLElement {
  const w = words().bulk;
  const left = issueCount - issues.length;
  return el(
    "div",
    { class: "table", role: "region", "aria-label": w.issuesTitle, tabindex: "0" },
    el(
      "table",
      {},
      el("thead", {}, el("tr", {}, ...[w.line, w.field, w.whatIsWrong].map((name) => el("th", { scope: "col" }, name)))),
      el(
        "tbody",
        {},
        ...issues.map(({ line, field, message }) =>
          el(
            "tr",
            {},
            el("th", { scope: "row", class: "money" }, line),
            el("td", { translate: "no" }, field || "–"),
            el("td", {}, message),
          ),
        ),
      ),
    ),
    left > 0 && el("p", { class: "quiet" }, w.more(count(String(left)))),
  );
}
