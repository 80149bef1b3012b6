// The lines of a sale, each with its bar.

import { words } from "../language";
import { money } from "../money";
import { el } from "../page/element";
import { balanceBar } from "../reversal/balance";
import type { LineStanding } from "./standing";

export function lineList(lines: readonly LineStanding[], currency: string | null): HTMLElement {
  const w = words().lines;
  return el(
    "section",
    { class: "card items", "aria-labelledby": "lines-title" },
    el("h2", { id: "lines-title" }, w.title, " ", el("span", { class: "quiet" }, String(lines.length))),
    el(
      "ol",
      {},
      ...lines.map(({ id, name, quantity, returnableQuantity, unitPrice, balance }) =>
        el(
          "li",
          { class: "item", "data-line": id },
          el(
            "div",
            { class: "item-top" },
            el("h3", {}, name),
            el(
              "p",
              { class: "money paid" },
              el("span", { class: "only-heard" }, `${words().balance.paid} `),
              money(balance.paid, currency),
            ),
          ),
          el(
            "p",
            { class: "quiet pieces" },
            `${unitPrice === null ? w.count(quantity) : w.pieces(quantity, money(unitPrice, currency))} · ${w.returnable(returnableQuantity)}`,
          ),
          balanceBar(balance, currency),
        ),
      ),
    ),
  );
}
