// The items of a payment, each with its bar.

import { words } from "../language";
import { isZero, money } from "../money";
import { el } from "../page/element";
import { identifier } from "../page/facts";
import { balanceBar } from "../reversal/balance";
import type { ItemStanding } from "./standing";

export function itemList(
  items: readonly ItemStanding[],
  currency: string | null,
  chosen: string | null,
  choose: ((id: string) => void) | null,
): HTMLElement {
  const w = words().items;
  return el(
    "section",
    { class: "card items", "aria-labelledby": "items-title" },
    el("h2", { id: "items-title" }, w.title, " ", el("span", { class: "quiet" }, String(items.length))),
    el(
      "ol",
      {},
      ...items.map((item, index) => {
        const { paymentTransactionId: id, paid, refundable } = item;
        return el(
          "li",
          { class: id === chosen ? "item chosen" : "item", "data-item": id },
          el(
            "div",
            { class: "item-top" },
            el("h3", {}, w.item(String(index + 1)), " ", identifier(id)),
            el(
              "p",
              { class: "money paid" },
              el("span", { class: "only-heard" }, `${words().balance.paid} `),
              money(paid, currency),
            ),
          ),
          el(
            "div",
            { class: "item-foot" },
            balanceBar(item, currency),
            choose && !isZero(refundable)
              ? el(
                  "button",
                  { type: "button", class: "button small", id: `refund-${id}`, on: { click: () => choose(id) } },
                  w.refund,
                  el("span", { class: "only-heard" }, ` ${id}`),
                )
              : null,
          ),
        );
      }),
    ),
  );
}
