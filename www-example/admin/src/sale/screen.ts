// A terminal sale: find it by its reference, give lines back, or void it.

import type { Draft } from "iyzico-reversals";
import { problemCard, staleNote } from "../desk/problem";
import { recentList, remember } from "../desk/recent";
import { addressOf } from "../desk/route";
import type { Desk, Screen } from "../desk/screen";
import { searchBox } from "../desk/search";
import { words } from "../language";
import { paymentDay, terminalTime } from "../language/time";
import { isZero, money } from "../money";
import { announce } from "../page/announcer";
import { el } from "../page/element";
import { identifier, type Fact } from "../page/facts";
import { balanceBar, sums } from "../reversal/balance";
import { confirm } from "../reversal/confirm";
import { hindranceNote } from "../reversal/hindrance";
import { history } from "../reversal/history";
import { reversalPanel } from "../reversal/panel";
import { Refused } from "../worker/client";
import { withIntent, type FoundSale, type Intent } from "../worker/contract";
import { firstChoice, isChosen, totalOf } from "./choice";
import { saleForm } from "./form";
import { lineList } from "./lines";
import { standingOf, type SaleStanding } from "./standing";

export function saleScreen(desk: Desk, reference: string | null): Screen {
  let found: FoundSale | null = null;
  let problem: Refused | null = null;
  let isStale = false;
  let choice = firstChoice();
  const panel = reversalPanel(desk, reference === null ? null : desk.client.ledger("sales", reference), { reload: load, note });
  if (reference !== null) void load("summary-title");

  return { title: () => (reference === null ? words().places.sales : `${words().sale.title} ${reference}`), render };

  async function load(focus?: string): Promise<void> {
    if (reference === null) return;
    try {
      found = await desk.client.sale(reference);
      problem = null;
      isStale = false;
      remember("sales", reference);
      panel.watch(found.intents);
      if (focus) announce(words().sale.loaded(reference));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (found && error.status !== 401 && error.status !== 404) isStale = true;
      else problem = error;
    }
    desk.refresh(focus);
  }

  function note(intent: Intent): void {
    if (found) found = { ...found, intents: withIntent(found.intents, intent) };
  }

  function render(): HTMLElement {
    return el("div", { class: "screen" }, search(), body());
  }

  function search(): HTMLElement {
    const w = words().search;
    return searchBox({
      label: w.sale,
      hint: w.saleHint,
      text: reference ?? "",
      check: (text) => (text === "" ? [{ path: [], code: "missing", message: w.saleMissing }] : []),
      go: (text) => (text === reference ? void load("summary-title") : void (location.hash = addressOf("sales", text))),
    });
  }

  function body(): HTMLElement {
    const w = words().sale;
    if (reference === null)
      return el("section", { class: "card empty" }, el("h1", {}, w.emptyTitle), el("p", {}, w.emptyText), recentList("sales"));
    if (problem) return problemCard(problem, { notFound: w.notFound(reference) }, () => void load("summary-title"));
    if (!found)
      return el(
        "section",
        { class: "card empty", "aria-busy": "true" },
        el("p", {}, el("span", { class: "spinner", "aria-hidden": "true" }), words().search.looking),
      );
    return picture(found, reference);
  }

  function picture(now: FoundSale, saleReference: string): HTMLElement {
    const standing = standingOf(now);
    // A till does one thing at a time: the worker refuses a second while the first is in doubt.
    const canGive = standing.pending.length === 0 && !isZero(standing.whole.refundable);
    return el(
      "div",
      { class: "columns" },
      el(
        "div",
        { class: "picture" },
        isStale && staleNote(() => void load()),
        summary(now, standing, saleReference),
        lineList(standing.lines, standing.currency),
      ),
      el(
        "div",
        { class: "panel" },
        panel.isForm() && hindranceNote(standing.hindering, panel.show),
        panel.isForm() ? formOrNothing() : panel.card({ byItem: null, recorded: () => [], again }),
      ),
      history(now.intents, [], (intent) => panel.show(intent)),
    );

    function formOrNothing(): HTMLElement {
      if (canGive)
        return saleForm({
          choice,
          reference: saleReference,
          found: now,
          standing,
          refresh: desk.refresh,
          ask: (draft) => void ask(draft, standing),
        });
      const w = words();
      return el(
        "section",
        { class: "card empty" },
        el("p", {}, standing.pending.length === 0 ? w.sale.nothingLeft : w.sale.pending),
      );
    }
  }

  function again(isDone: boolean): void {
    if (isDone) choice = firstChoice();
    panel.close();
    desk.refresh("reversal-title");
  }

  async function ask(draft: Draft, { currency, whole, lines }: SaleStanding): Promise<void> {
    const w = words();
    const isVoid = choice.mode === "terminal.void";
    const amount = money(isVoid ? whole.paid : (totalOf(choice) ?? "0"), currency);
    const list: Fact[] = [
      [w.references.sale, reference && identifier(reference)],
      ...(isVoid ? [] : lines.flatMap((line): Fact[] => lineFact(line.id, line.name))),
      [w.preview.fingerprint, identifier(`${draft.fingerprint.slice(0, 16)}…`)],
    ];
    const isSure = await confirm({
      title: isVoid ? w.confirm.voidTitle : w.confirm.refundTitle(amount),
      text: isVoid ? w.confirm.cancelText(amount) : w.confirm.refundText,
      facts: list,
      yes: isVoid ? w.confirm.voidYes : w.confirm.refundYes(amount),
      isGrave: isVoid,
    });
    if (isSure) panel.take(draft);
  }

  function lineFact(id: string, name: string): Fact[] {
    const line = choice.lines.get(id);
    return isChosen(line) ? [[name, words().lines.count(line.quantity)]] : [];
  }
}

function summary({ status }: FoundSale, { whole, currency, isVoided }: SaleStanding, reference: string): HTMLElement {
  const w = words().sale;
  const badge = isVoided ? "cancelled" : isZero(whole.refunded) ? "untouched" : isZero(whole.refundable) ? "returned" : "partly";
  return el(
    "section",
    { class: "card summary", "aria-labelledby": "summary-title" },
    el(
      "div",
      { class: "summary-top" },
      el("h1", { id: "summary-title", tabindex: "-1" }, w.title, " ", identifier(reference)),
      el("p", { class: `badge ${badge}` }, words().payment.badges[badge]),
    ),
    el(
      "p",
      { class: "quiet summary-line" },
      ...[
        terminalTime(status.transactionDateTime) || paymentDay(status.paymentDate),
        status.deviceUniqueId && `${w.device} ${status.deviceUniqueId}`,
        status.lastFourDigits && identifier(`···· ${status.lastFourDigits}`),
        status.paymentId && identifier(status.paymentId),
      ]
        .filter((part) => part)
        .map((part) => el("span", {}, part)),
    ),
    sums(whole, currency),
    balanceBar(whole, currency),
  );
}
