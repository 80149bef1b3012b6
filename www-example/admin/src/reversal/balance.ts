// A bar that shows where the money of an item is: back with the buyer, on its way, or still to be refunded.

import { words } from "../language";
import { isZero, money, shareOf } from "../money";
import { el } from "../page/element";

export interface Balance {
  readonly paid: string;
  readonly refunded: string;
  /** Kept back for intents that may have moved it. */
  readonly pending: string;
  readonly refundable: string;
}

/** The bar, and under it the same in words: the bar itself is only for the eye. */
export function balanceBar({ paid, refunded, pending, refundable }: Balance, currency: string | null): HTMLElement {
  const w = words().balance;
  const parts = [
    { kind: "refunded", name: w.refunded, amount: refunded },
    { kind: "pending", name: w.pending, amount: pending },
    { kind: "refundable", name: w.refundable, amount: refundable },
  ].filter(({ kind, amount }) => kind !== "pending" || !isZero(amount));
  return el(
    "div",
    { class: "balance" },
    shares(parts.map(({ kind, amount }) => ({ kind, share: shareOf(amount, paid) }))),
    el(
      "dl",
      { class: "legend" },
      ...parts.map(({ kind, name, amount }) =>
        el(
          "div",
          { class: `${kind}${isZero(amount) ? " none" : ""}` },
          el("dt", {}, name),
          el("dd", { class: "money" }, money(amount, currency)),
        ),
      ),
    ),
  );
}

/** The two sums one looks for first: what may still go back, and what was paid. */
export function sums({ paid, refundable }: Balance, currency: string | null): HTMLElement {
  const w = words().balance;
  return el(
    "dl",
    { class: "sums" },
    el(
      "div",
      {},
      el("dt", {}, w.refundable),
      el("dd", { class: isZero(refundable) ? "money left none" : "money left" }, money(refundable, currency)),
    ),
    el("div", {}, el("dt", {}, w.paid), el("dd", { class: "money total-amount" }, money(paid, currency))),
  );
}

/** Widths go in through the CSSOM, which a policy without inline styles allows. */
export function shares(parts: readonly { kind: string; share: number }[]): HTMLElement {
  const bar = el("div", { class: "bar", "aria-hidden": "true" });
  for (const { kind, share } of parts) {
    if (share <= 0) continue;
    const part = el("span", { class: kind });
    part.style.setProperty("--share", String(share));
    bar.append(part);
  }
  return bar;
}
