// The screen of a payment or a sale: find it, see it, reverse it, and follow what happens.

import type { Draft, Issue } from "iyzico-reversals";
import { problemCard, staleNote } from "../desk/problem";
import { recentList, remember } from "../desk/recent";
import { addressOf } from "../desk/route";
import type { Desk, Screen } from "../desk/screen";
import { searchBox } from "../desk/search";
import { words } from "../language";
import { announce } from "../page/announcer";
import { el } from "../page/element";
import { identifier } from "../page/facts";
import { Refused, type Client } from "../worker/client";
import { withIntent, type Intent } from "../worker/contract";
import { confirm, type Question } from "./confirm";
import { hindranceNote } from "./hindrance";
import { history, type Elsewhere } from "./history";
import type { Next } from "./outcome";
import { reversalPanel } from "./panel";

/** What is found by an id, with the ledger's entries about it. */
export interface Found {
  readonly intents: readonly Intent[];
}

/** What a payment's screen and a sale's do differently. */
export interface Subject<F extends Found> {
  readonly place: "payments" | "sales";
  words(): {
    readonly title: string;
    readonly emptyTitle: string;
    readonly emptyText: string;
    readonly notFound: (id: string) => string;
    readonly loaded: (id: string) => string;
  };
  search(): { readonly label: string; readonly hint: string; readonly check: (text: string) => readonly Issue[] };
  find(client: Client, id: string): Promise<F>;
  /** `isForm`: the form is shown, and not an outcome. */
  view(found: F, id: string, isForm: boolean): View;
  /** Forgets what was chosen. */
  startOver(): void;
}

/** One sight of it. */
export interface View {
  /** The parts of the left column. */
  readonly picture: readonly HTMLElement[];
  /** What is said above the form. */
  readonly note: HTMLElement | null;
  /** An intent because of which nothing else is sent. */
  readonly hindering: Intent | null;
  /** The form, or why there is none. */
  form(): HTMLElement;
  /** What iyzico reports and the ledger doesn't know. */
  readonly elsewhere: readonly Elsewhere[];
  /** What an outcome's card offers. */
  readonly next: Pick<Next, "byItem" | "recorded">;
}

/** What a subject can do to its screen. */
export interface Tools {
  readonly refresh: Desk["refresh"];
  /** Asks the operator, and hands the draft over. */
  ask(draft: Draft, question: Question): Promise<void>;
  /** Closes an outcome, so that the form is shown. */
  close(): void;
}

export function reversalScreen<F extends Found>(desk: Desk, id: string | null, describe: (tools: Tools) => Subject<F>): Screen {
  let found: F | null = null;
  let problem: Refused | null = null;
  let isStale = false;
  const subject = describe({ refresh: desk.refresh, ask, close: () => panel.close() });
  const { place } = subject;
  const panel = reversalPanel(desk, id === null ? null : desk.client.ledger(place, id), { reload: load, note });
  if (id !== null) void load("summary-title");

  return { title: () => (id === null ? words().places[place] : `${subject.words().title} ${id}`), render };

  async function load(focus?: string): Promise<void> {
    if (id === null) return;
    try {
      found = await subject.find(desk.client, id);
      problem = null;
      isStale = false;
      remember(place, id);
      panel.watch(found.intents);
      if (focus) announce(subject.words().loaded(id));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      // What is on the screen stays, marked as old: beside an outcome that is better than nothing.
      if (found && error.status !== 401 && error.status !== 404) isStale = true;
      else problem = error;
    }
    desk.refresh(focus);
  }

  function note(intent: Intent): void {
    if (found) found = { ...found, intents: withIntent(found.intents, intent) };
  }

  function render(): HTMLElement {
    const search = searchBox({
      ...subject.search(),
      text: id ?? "",
      go: (text) => (text === id ? void load("summary-title") : void (location.hash = addressOf(place, text))),
    });
    return el("div", { class: "screen" }, search, body());
  }

  function body(): HTMLElement {
    const w = subject.words();
    if (id === null)
      return el("section", { class: "card empty" }, el("h1", {}, w.emptyTitle), el("p", {}, w.emptyText), recentList(place));
    if (problem) return problemCard(problem, { notFound: w.notFound(id) }, () => void load("summary-title"));
    if (!found)
      return el(
        "section",
        { class: "card empty", "aria-busy": "true" },
        el("p", {}, el("span", { class: "spinner", "aria-hidden": "true" }), words().search.looking),
      );
    return columns(found, id);
  }

  function columns(now: F, at: string): HTMLElement {
    const isForm = panel.isForm();
    const view = subject.view(now, at, isForm);
    return el(
      "div",
      { class: "columns" },
      el("div", { class: "picture" }, isStale && staleNote(() => void load()), ...view.picture),
      el(
        "div",
        { class: "panel" },
        view.note,
        isForm && hindranceNote(view.hindering, panel.show),
        isForm ? view.form() : panel.card({ ...view.next, again }),
      ),
      history(now.intents, view.elsewhere, (intent) => panel.show(intent)),
    );
  }

  function again(isDone: boolean): void {
    if (isDone) subject.startOver();
    panel.close();
    desk.refresh("reversal-title");
  }

  async function ask(draft: Draft, question: Question): Promise<void> {
    const fingerprint = identifier(`${draft.fingerprint.slice(0, 16)}…`);
    const facts = [...question.facts, [words().preview.fingerprint, fingerprint] as const];
    if (await confirm({ ...question, facts })) panel.take(draft);
  }
}
