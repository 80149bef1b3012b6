// Choose lines, pieces and amounts of a sale, or the void of all of it.

import type { Draft, Issue } from "iyzico-reversals";
import { words } from "../language";
import { isPaymentDayToday } from "../language/time";
import { isZero, money, toType } from "../money";
import { el, fill, type Attributes } from "../page/element";
import { field, type Field } from "../page/field";
import { modeChoice } from "../reversal/modes";
import { preview } from "../reversal/preview";
import type { FoundSale } from "../worker/contract";
import { check, isChosen, noChoice, totalOf, worthOf, type Choice, type Mode } from "./choice";
import type { LineStanding, SaleStanding } from "./standing";

interface Form {
  readonly choice: Choice;
  readonly reference: string;
  readonly found: FoundSale;
  readonly standing: SaleStanding;
  readonly refresh: (focus?: string) => void;
  readonly ask: (draft: Draft) => void;
}

const MODES: readonly Mode[] = ["terminal.refund", "terminal.void"];

export function saleForm({ choice, reference, found, standing, refresh, ask }: Form): HTMLElement {
  const w = words().form;
  const { currency, lines } = standing;
  const fields = new Map<string, Field>();
  const shown = preview();
  const isVoid = choice.mode === "terminal.void";
  const submit = el("button", { class: isVoid ? "button grave wide" : "button strong wide", type: "submit", id: "ask" });
  const total = el("p", { class: "total", "aria-live": "polite" });
  const others = el("ul", { class: "field-error", id: "other-issues" });
  const visited = new Set<string>();
  let isBlamed = false;

  const form = el(
    "form",
    { class: "card reversal", id: "reversal", "aria-labelledby": "reversal-title", novalidate: true, on: { submit: onSubmit } },
    el("h2", { id: "reversal-title", tabindex: "-1" }, w.title),
    modeChoice(MODES, choice.mode, choose),
    el("p", { class: "quiet", id: "mode-text" }, w.modeText[choice.mode]),
    isVoid && !isPaymentDayToday(found.status.paymentDate) && el("p", { class: "note" }, w.voidTooLate),
    isVoid && !isZero(standing.whole.refunded) && el("p", { class: "note" }, w.voidAfterRefund),
    ...(isVoid ? [] : lines.filter(({ balance }) => !isZero(balance.refundable)).map(lineFields)),
    !isVoid && total,
    others,
    submit,
    shown.node,
  );
  look();
  return form;

  function look(): Draft | null {
    const { draft, issues } = check(choice, reference, found, standing);
    const chosen = lines.filter(({ id }) => isChosen(choice.lines.get(id)));
    const placed = new Map<string, Issue>();
    const rest: Issue[] = [];
    for (const issue of issues) {
      const place = placeOf(issue, chosen);
      if (place && fields.has(place)) placed.set(place, issue);
      else rest.push(issue);
    }
    for (const [name, one] of fields) {
      // Nobody is blamed for what they have not come to yet.
      const issue = isBlamed || !MORE.some((kind) => name.startsWith(kind)) || visited.has(name) ? placed.get(name) : undefined;
      one.error(issue ? `${labelOf(name)} ${issue.message}` : null);
    }
    const unplaced = isBlamed || chosen.length > 0 ? rest : [];
    const isEmpty = chosen.length === 0;
    fill(
      others,
      ...unplaced.map(({ path, message }) =>
        el("li", {}, path.at(-1) !== "saleItems" ? `${path.join(".")} ${message}` : isEmpty ? w.noLine : `${w.total} ${message}`),
      ),
    );
    const sum = totalOf(choice);
    total.replaceChildren(
      el("span", { class: "total-name" }, w.total),
      el("span", { class: "total-amount money" }, sum === null ? "–" : money(sum, currency)),
    );
    submit.textContent = isVoid ? w.askVoid : draft && sum ? w.askAmount(money(sum, currency)) : w.ask;
    shown.show(draft);
    return draft;
  }

  function onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    isBlamed = true;
    const draft = look();
    if (draft) ask(draft);
    else form.querySelector<HTMLElement>("[aria-invalid], .pieces-input")?.focus();
  }

  function labelOf(name: string): string {
    const { quantity, price, taxGroupCode, unitPrice } = w.labels;
    const labels: Readonly<Record<string, string>> = { quantity, amount: price, tax: taxGroupCode, unit: unitPrice };
    return labels[name.split("-")[0] ?? ""] ?? "";
  }

  function choose(mode: Mode): void {
    choice.mode = mode;
    refresh(`mode-${mode}`);
  }

  function lineFields(line: LineStanding): HTMLElement {
    const { id, name, returnableQuantity, balance } = line;
    const now = choice.lines.get(id) ?? noChoice();
    const quantity = input("quantity", now.quantity, { class: "pieces-input money", inputmode: "numeric", placeholder: "0" });
    const amount = input("amount", now.amount, { class: "money", inputmode: "decimal" });
    const unitPrice = line.unitPrice === null ? input("unit", now.unitPrice, { class: "money", inputmode: "decimal" }) : null;
    const taxGroup = line.taxGroupCode === null ? input("tax", now.taxGroupCode, {}) : null;
    quantity.addEventListener("input", () => {
      const worth = worthOf(line, quantity.value);
      amount.value = worth === null ? "" : toType(worth);
    });
    const more = el(
      "div",
      { class: "line-more" },
      taxGroup && fieldOf("tax", w.labels.taxGroupCode, taxGroup),
      unitPrice && fieldOf("unit", w.labels.unitPrice, unitPrice),
    );
    const node = el(
      "fieldset",
      { class: "line-fields", on: { input: keep } },
      el("legend", {}, name),
      fieldOf("quantity", w.labels.quantity, quantity, w.atMost(returnableQuantity)),
      fieldOf("amount", w.labels.price, amount, w.atMost(money(balance.refundable, currency))),
      more,
    );
    more.hidden = !isChosen(now);
    return node;

    function input(kind: string, value: string, attributes: Attributes): HTMLInputElement {
      const made = el("input", { id: `${kind}-${id}`, autocomplete: "off", spellcheck: "false", translate: "no", ...attributes });
      made.value = value;
      return made;
    }

    function fieldOf(kind: string, label: string, made: HTMLInputElement, hint?: string): HTMLElement {
      const one = field(label, made, hint ? { hint } : {});
      fields.set(`${kind}-${id}`, one);
      made.addEventListener("blur", () => visited.add(`${kind}-${id}`));
      return one.node;
    }

    function keep(): void {
      choice.lines.set(id, {
        quantity: quantity.value.trim(),
        amount: amount.value.trim(),
        unitPrice: unitPrice?.value.trim() ?? "",
        taxGroupCode: taxGroup?.value.trim() ?? "",
      });
      more.hidden = !isChosen(choice.lines.get(id));
      look();
    }
  }
}

/** The field an issue belongs to; the package counts the lines that are sent, the form shows those of the sale. */
function placeOf({ path }: Issue, chosen: readonly LineStanding[]): string | null {
  const [list, index, name = ""] = path;
  const line = list === "saleItems" && index !== undefined ? chosen[Number(index)] : undefined;
  const kind = KINDS[name];
  return line && kind ? `${kind}-${line.id}` : null;
}

const MORE = ["tax-", "unit-"];
const KINDS: Readonly<Record<string, string>> = {
  itemQuantity: "quantity",
  returnAmount: "amount",
  taxGroupCode: "tax",
  unitPriceAmount: "unit",
  grossPriceAmount: "unit",
  totalPriceAmount: "unit",
};
