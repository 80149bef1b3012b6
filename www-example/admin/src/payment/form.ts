// Choose, type, look at the body, and ask for it.

import type { Draft } from "iyzico-reversals";
import { words } from "../language";
import { isToday } from "../language/time";
import { isAmount, isZero, money, toType, typedAmount } from "../money";
import { el } from "../page/element";
import { field, type Field } from "../page/field";
import { modeChoice } from "../reversal/modes";
import { preview } from "../reversal/preview";
import type { FoundPayment } from "../worker/contract";
import { check, REASONS, upTo, type Choice, type Mode } from "./choice";
import { refundableItems, type Standing } from "./standing";

export interface FormState {
  choice: Choice;
  /** Fields the operator has been in; others are not blamed yet. */
  readonly touched: Set<string>;
}

interface Form {
  readonly state: FormState;
  readonly found: FoundPayment;
  readonly standing: Standing;
  readonly refresh: (focus?: string) => void;
  readonly ask: (draft: Draft) => void;
}

const MODES: readonly Mode[] = ["refund", "refundV2", "cancel"];

export function paymentForm({ state, found, standing, refresh, ask }: Form): HTMLElement {
  const w = words().form;
  const { choice, touched } = state;
  const { currency } = found.payment;
  const items = refundableItems(standing);
  const fields = new Map<string, Field>();
  const shown = preview();
  const reading = el("output", { class: "reading money", for: "amount" });
  const submit = el("button", {
    class: choice.mode === "cancel" ? "button grave wide" : "button strong wide",
    type: "submit",
    id: "ask",
  });

  const form = el(
    "form",
    { class: "card reversal", id: "reversal", "aria-labelledby": "reversal-title", novalidate: true, on: { submit: onSubmit } },
    el("h2", { id: "reversal-title", tabindex: "-1" }, w.title),
    modeChoice(MODES, choice.mode, choose),
    el("p", { class: "quiet", id: "mode-text" }, w.modeText[choice.mode]),
    choice.mode === "cancel" && !isToday(found.details.createdDate) && el("p", { class: "note" }, w.cancelTooLate),
    choice.mode === "cancel" && !isZero(found.payment.refunded) && el("p", { class: "note" }, w.cancelAfterRefund),
    choice.mode === "refund" && itemField(),
    choice.mode !== "cancel" && amountField(),
    choice.mode !== "refundV2" && reasonField(),
    choice.mode !== "refundV2" && choice.reason !== "" && descriptionField(),
    submit,
    shown.node,
  );
  look();
  return form;

  function look(): Draft | null {
    const { draft, issues } = check(choice, found, standing);
    for (const [name, one] of fields) {
      const issue = touched.has(name) && issues.find(({ path }) => path[0] === name);
      one.error(issue ? `${labelOf(name)} ${issue.message}` : null);
    }
    const typed = typedAmount(choice.amount);
    reading.textContent = isAmount(typed) ? money(typed, currency) : "";
    submit.textContent =
      choice.mode === "cancel" ? w.askCancel : draft && isAmount(typed) ? w.askAmount(money(typed, currency)) : w.ask;
    shown.show(draft);
    return draft;
  }

  function onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    for (const name of fields.keys()) touched.add(name);
    const draft = look();
    if (draft) ask(draft);
    else form.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }

  function labelOf(name: string): string {
    const labels: Readonly<Record<string, string>> = w.labels;
    return labels[name] ?? name;
  }

  function choose(mode: Mode): void {
    choice.mode = mode;
    touched.clear();
    refresh(`mode-${mode}`);
  }

  function itemField(): HTMLElement {
    const select = el(
      "select",
      { id: "item", name: "item" },
      el("option", { value: "" }, w.chooseItem),
      ...items.map(({ paymentTransactionId, refundable }) =>
        el("option", { value: paymentTransactionId }, w.itemOption(paymentTransactionId, money(refundable, currency))),
      ),
    );
    select.value = choice.item ?? "";
    select.addEventListener("change", () => {
      choice.item = select.value || null;
      touched.add("paymentTransactionId");
      refresh("item");
    });
    return kept("paymentTransactionId", field(w.labels.paymentTransactionId, select));
  }

  function amountField(): HTMLElement {
    const input = el("input", {
      id: "amount",
      name: "amount",
      inputmode: "decimal",
      autocomplete: "off",
      spellcheck: "false",
      class: "amount money",
      translate: "no",
    });
    input.value = choice.amount;
    input.addEventListener("input", () => {
      choice.amount = input.value;
      touched.add("price");
      look();
    });
    const limit = upTo(choice, standing);
    const all = limit !== null && !isZero(limit);
    const everything = all
      ? el(
          "button",
          {
            type: "button",
            class: "link",
            id: "all",
            on: {
              click: () => {
                choice.amount = toType(limit);
                touched.add("price");
                refresh("amount");
              },
            },
          },
          w.all(money(limit, currency)),
        )
      : null;
    return kept(
      "price",
      field(w.labels.price, input, {
        hint: el("span", { class: "amount-hint" }, el("span", {}, w.amountHint), reading),
        beside: everything,
      }),
    );
  }

  function reasonField(): HTMLElement {
    const select = el(
      "select",
      { id: "reason", name: "reason" },
      el("option", { value: "" }, w.noReason),
      ...REASONS.map((reason) => el("option", { value: reason }, w.reasons[reason])),
    );
    select.value = choice.reason;
    select.addEventListener("change", () => {
      choice.reason = select.value;
      refresh("reason");
    });
    return kept("reason", field(w.labels.reason, select));
  }

  function descriptionField(): HTMLElement {
    const input = el("textarea", { id: "description", name: "description", rows: "2" });
    input.value = choice.description;
    input.addEventListener("input", () => {
      choice.description = input.value;
      touched.add("description");
      look();
    });
    return kept("description", field(w.labels.description, input));
  }

  function kept(name: string, one: Field): HTMLElement {
    fields.set(name, one);
    return one.node;
  }
}
