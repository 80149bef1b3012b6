// The screen of a payment.

import { validate } from "iyzico-reversals";
import type { Desk, Screen } from "../desk/screen";
import { language, words } from "../language";
import { dayAndTime } from "../language/time";
import { isZero, money, typedAmount } from "../money";
import { el } from "../page/element";
import { identifier, type Fact } from "../page/facts";
import type { Question } from "../reversal/confirm";
import { reversalScreen, type Subject, type Tools, type View } from "../reversal/screen";
import { summary } from "../reversal/summary";
import type { FoundPayment, Intent } from "../worker/contract";
import { firstChoice, type Choice } from "./choice";
import { paymentForm, type FormState } from "./form";
import { itemList } from "./items";
import { elsewhere, refundableItems, standingOf, type Standing } from "./standing";

export const paymentScreen = (desk: Desk, paymentId: string | null): Screen => reversalScreen(desk, paymentId, payment);

function payment({ refresh, ask, close }: Tools): Subject<FoundPayment> {
  let state: FormState | null = null;
  return {
    place: "payments",
    words: () => words().payment,
    search: () => ({ label: words().search.payment, hint: words().search.paymentHint, check: issuesOf }),
    find: (client, paymentId) => client.payment(paymentId),
    view: (found, _, isForm) => view(found, standingOf(found), isForm),
    startOver: () => void (state = null),
  };

  function view(found: FoundPayment, standing: Standing, isForm: boolean): View {
    const now = (state ??= { choice: firstChoice(standing), touched: new Set() });
    const hasItems = refundableItems(standing).length > 0;
    const canChoose = isForm && hasItems;
    const chosen = canChoose && now.choice.mode === "refund" ? now.choice.item : null;
    return {
      picture: [head(found, standing), itemList(standing.items, found.payment.currency, chosen, canChoose ? chooseItem : null)],
      note: found.contradiction === null ? null : el("p", { class: "note doubt", role: "note" }, words().payment.contradiction),
      hindering: standing.hindering,
      form: () => (hasItems ? form() : nothingLeft(standing)),
      elsewhere: elsewhere(found),
      next: { byItem: hasItems ? byItem : null, recorded: recordedIn(found) },
    };

    function form(): HTMLElement {
      return paymentForm({ state: now, found, standing, refresh, ask: (draft) => void ask(draft, questionOf(found, now.choice)) });
    }

    function chooseItem(id: string): void {
      now.choice = { ...now.choice, mode: "refund", item: id, amount: "" };
      now.touched.clear();
      refresh("amount");
    }

    function byItem(): void {
      now.choice = { ...firstChoice(standing), amount: now.choice.amount };
      now.touched.clear();
      close();
      refresh("item");
    }
  }
}

function issuesOf(paymentId: string) {
  const checked = validate("cancel", { paymentId, locale: language() });
  return checked.ok ? [] : checked.issues;
}

function head({ payment: { paymentId, refundable, currency }, details }: FoundPayment, { whole, isCancelled }: Standing): HTMLElement {
  const { binNumber, lastFourDigits, cardAssociation, createdDate, paymentConversationId } = details;
  const card = binNumber && lastFourDigits && `${binNumber.slice(0, 4)} ${binNumber.slice(4, 6)}·· ···· ${lastFourDigits}`;
  return summary({
    title: words().payment.title,
    id: paymentId,
    isCancelled,
    facts: [
      dayAndTime(createdDate),
      card && identifier(card),
      cardAssociation,
      paymentConversationId && identifier(paymentConversationId),
    ],
    whole,
    refundable,
    currency,
  });
}

function nothingLeft({ whole }: Standing): HTMLElement {
  const w = words().payment;
  return el("section", { class: "card empty" }, el("p", {}, isZero(whole.pending) ? w.nothingLeft : w.allPending));
}

function questionOf({ payment, details }: FoundPayment, { mode, item, amount, reason }: Choice): Question {
  const w = words();
  const isCancel = mode === "cancel";
  const price = isCancel ? money(payment.paid, payment.currency) : money(typedAmount(amount), payment.currency);
  return {
    title: isCancel ? w.confirm.cancelTitle : w.confirm.refundTitle(price),
    text: isCancel ? w.confirm.cancelText(price) : w.confirm.refundText,
    facts: [
      [w.references.payment, identifier(payment.paymentId)],
      [w.references.item, mode === "refund" && item ? identifier(item) : null],
      [w.references.card, details.lastFourDigits ? identifier(`···· ${details.lastFourDigits}`) : null],
      [w.form.labels.reason, mode !== "refundV2" && reason ? reasonWords(reason) : null],
    ],
    yes: isCancel ? w.confirm.cancelYes : w.confirm.refundYes(price),
    isGrave: isCancel,
  };
}

/** iyzico's number of the refund or cancel of an intent. */
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
