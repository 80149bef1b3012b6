// A payment or sale as a whole, at the head of its screen.

import { words } from "../language";
import { isZero } from "../money";
import { el } from "../page/element";
import { identifier } from "../page/facts";
import { balanceBar, sums, type Balance } from "./balance";

interface Summary {
  readonly title: string;
  readonly id: string;
  readonly isCancelled: boolean;
  /** What is known of it: date, card, till. Empty ones are left out. */
  readonly facts: readonly (Node | string | null | undefined)[];
  readonly whole: Balance;
  /** What iyzico itself says is left, whatever is pending at this desk. */
  readonly refundable: string;
  readonly currency: string | null;
}

export function summary({ title, id, isCancelled, facts, whole, refundable, currency }: Summary): HTMLElement {
  const badge = isCancelled ? "cancelled" : isZero(whole.refunded) ? "untouched" : isZero(refundable) ? "returned" : "partly";
  return el(
    "section",
    { class: "card summary", "aria-labelledby": "summary-title" },
    el(
      "div",
      { class: "summary-top" },
      el("h1", { id: "summary-title", tabindex: "-1" }, title, " ", identifier(id)),
      el("p", { class: `badge ${badge}` }, words().payment.badges[badge]),
    ),
    el("p", { class: "quiet summary-line" }, ...facts.filter((part) => part).map((part) => el("span", {}, part))),
    sums(whole, currency),
    balanceBar(whole, currency),
  );
}
