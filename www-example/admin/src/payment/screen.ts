// A payment: find it, see it, give from it, and watch what becomes of that.

import { validate, type Draft } from "iyzico-reversals";
import { recentList, remember } from "../desk/recent";
import { addressOf } from "../desk/route";
import { problemCard, staleNote } from "../desk/problem";
import type { Desk, Screen } from "../desk/screen";
import { searchBox } from "../desk/search";
import { language, words } from "../language";
import { isZero, money, typedAmount } from "../money";
import { announce } from "../page/announcer";
import { el } from "../page/element";
import { identifier, type Fact } from "../page/facts";
import { confirm } from "../reversal/confirm";
import { hindranceNote } from "../reversal/hindrance";
import { history } from "../reversal/history";
import { reversalPanel } from "../reversal/panel";
import { Refused } from "../worker/client";
import { withIntent, type FoundPayment, type Intent } from "../worker/contract";
import { firstChoice } from "./choice";
import { paymentForm, type FormState } from "./form";
import { itemList } from "./items";
import { elsewhere, refundableItems, standingOf } from "./standing";
import { paymentSummary } from "./summary";

export function paymentScreen(desk: Desk, paymentId: string | null): Screen {
  let found: FoundPayment | null = null;
  let problem: Refused | null = null;
  let isStale = false;
  let form: FormState | null = null;
  const panel = reversalPanel(desk, paymentId === null ? null : desk.client.ledger("payments", paymentId), {
    reload: load,
    note,
  });
  if (paymentId !== null) void load("summary-title");

  return { title: () => (paymentId === null ? words().places.payments : `${words().payment.title} ${paymentId}`), render };

  async function load(focus?: string): Promise<void> {
    if (paymentId === null) return;
    try {
      found = await desk.client.payment(paymentId);
      problem = null;
      isStale = false;
      remember("payments", paymentId);
      form ??= { choice: firstChoice(standingOf(found)), touched: new Set() };
      panel.watch(found.intents);
      if (focus) announce(words().payment.loaded(paymentId));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      // What is on the screen stays, and says its age: an old picture beside its outcome is worth more than none.
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
      label: w.payment,
      hint: w.paymentHint,
      text: paymentId ?? "",
      check: (text) => {
        const checked = validate("cancel", { paymentId: text, locale: language() });
        return checked.ok ? [] : checked.issues;
      },
      go: (text) => (text === paymentId ? void load("summary-title") : void (location.hash = addressOf("payments", text))),
    });
  }

  function body(): HTMLElement {
    const w = words().payment;
    if (paymentId === null)
      return el("section", { class: "card empty" }, el("h1", {}, w.emptyTitle), el("p", {}, w.emptyText), recentList("payments"));
    if (problem) return problemCard(problem, { notFound: w.notFound(paymentId) }, () => void load("summary-title"));
    if (!found || !form)
      return el(
        "section",
        { class: "card empty", "aria-busy": "true" },
        el("p", {}, el("span", { class: "spinner", "aria-hidden": "true" }), words().search.looking),
      );
    return picture(found, form);
  }

  function picture(now: FoundPayment, state: FormState): HTMLElement {
    const standing = standingOf(now);
    const { currency } = now.payment;
    const isForm = panel.isForm();
    const canGive = isForm && refundableItems(standing).length > 0;
    const chosen = canGive && state.choice.mode === "refund" ? state.choice.item : null;
    return el(
      "div",
      { class: "columns" },
      el(
        "div",
        { class: "picture" },
        isStale && staleNote(() => void load()),
        paymentSummary(now, standing),
        itemList(standing.items, currency, chosen, canGive ? chooseItem : null),
      ),
      el(
        "div",
        { class: "panel" },
        now.contradiction !== null && el("p", { class: "note doubt", role: "note" }, words().payment.contradiction),
        isForm && hindranceNote(standing.hindering, panel.show),
        isForm ? formOrNothing() : panel.card({ byItem: canRefundByItem() ? byItem : null, recorded: recordedIn(now), again }),
      ),
      history(now.intents, elsewhere(now), (intent) => panel.show(intent)),
    );

    function formOrNothing(): HTMLElement {
      if (canGive)
        return paymentForm({ state, found: now, standing, refresh: desk.refresh, ask: (draft) => void ask(draft, now, state) });
      const w = words().payment;
      return el("section", { class: "card empty" }, el("p", {}, isZero(standing.whole.pending) ? w.nothingLeft : w.allPending));
    }

    function canRefundByItem(): boolean {
      return refundableItems(standing).length > 0;
    }

    function chooseItem(id: string): void {
      state.choice = { ...state.choice, mode: "refund", item: id, amount: "" };
      state.touched.clear();
      desk.refresh("amount");
    }

    function byItem(): void {
      state.choice = { ...firstChoice(standing), amount: state.choice.amount };
      state.touched.clear();
      panel.close();
      desk.refresh("item");
    }

    function again(isDone: boolean): void {
      if (isDone) {
        state.choice = firstChoice(standing);
        state.touched.clear();
      }
      panel.close();
      desk.refresh("reversal-title");
    }
  }

  async function ask(draft: Draft, { payment, details }: FoundPayment, { choice }: FormState): Promise<void> {
    const w = words();
    const isCancel = choice.mode === "cancel";
    const amount = isCancel ? money(payment.paid, payment.currency) : money(typedAmount(choice.amount), payment.currency);
    const list: Fact[] = [
      [w.references.payment, identifier(payment.paymentId)],
      [w.references.item, choice.mode === "refund" && choice.item ? identifier(choice.item) : null],
      [w.references.card, details.lastFourDigits ? identifier(`···· ${details.lastFourDigits}`) : null],
      [w.form.labels.reason, choice.mode !== "refundV2" && choice.reason ? reasonWords(choice.reason) : null],
      [w.preview.fingerprint, identifier(`${draft.fingerprint.slice(0, 16)}…`)],
    ];
    const isSure = await confirm({
      title: isCancel ? w.confirm.cancelTitle : w.confirm.refundTitle(amount),
      text: isCancel ? w.confirm.cancelText(amount) : w.confirm.refundText,
      facts: list,
      yes: isCancel ? w.confirm.cancelYes : w.confirm.refundYes(amount),
      isGrave: isCancel,
    });
    if (isSure) panel.take(draft);
  }
}

/** The number iyzico's records give the refund or cancel of an intent. */
function recordedIn({ details }: FoundPayment): (intent: Intent) => readonly Fact[] {
  return ({ conversationId }) => {
    if (conversationId === null) return [];
    const refunds = (details.itemTransactions ?? []).flatMap(({ refunds: list }) => list ?? []);
    const found =
      refunds.find(({ refundConversationId }) => refundConversationId === conversationId)?.refundTxId ??
      details.cancels?.find(({ cancelConversationId }) => cancelConversationId === conversationId)?.refundId;
    return found ? [[words().references.recorded, identifier(String(found))]] : [];
  };
}

function reasonWords(reason: string): string {
  const names: Readonly<Record<string, string>> = words().form.reasons;
  return names[reason] ?? reason;
}
