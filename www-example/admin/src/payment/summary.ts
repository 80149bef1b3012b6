// The payment as a whole, at the head of its screen.

import { words } from "../language";
import { dayAndTime } from "../language/time";
import { isZero } from "../money";
import { el } from "../page/element";
import { identifier } from "../page/facts";
import { balanceBar, sums } from "../reversal/balance";
import type { FoundPayment } from "../worker/contract";
import type { Standing } from "./standing";

export function paymentSummary({ payment, details }: FoundPayment, { whole, isCancelled }: Standing): HTMLElement {
  const w = words().payment;
  const card =
    details.binNumber && details.lastFourDigits
      ? `${details.binNumber.slice(0, 4)} ${details.binNumber.slice(4, 6)}·· ···· ${details.lastFourDigits}`
      : null;
  return el(
    "section",
    { class: "card summary", "aria-labelledby": "summary-title" },
    el(
      "div",
      { class: "summary-top" },
      el("h1", { id: "summary-title", tabindex: "-1" }, w.title, " ", identifier(payment.paymentId)),
      el("p", { class: `badge ${badgeOf()}` }, w.badges[badgeOf()]),
    ),
    el(
      "p",
      { class: "quiet summary-line" },
      ...[
        dayAndTime(details.createdDate),
        card && identifier(card),
        details.cardAssociation,
        details.paymentConversationId && identifier(details.paymentConversationId),
      ]
        .filter((part) => part)
        .map((part) => el("span", {}, part)),
    ),
    sums(whole, payment.currency),
    balanceBar(whole, payment.currency),
  );

  function badgeOf(): keyof typeof w.badges {
    if (isCancelled) return "cancelled";
    if (isZero(payment.refunded)) return "untouched";
    return isZero(payment.refundable) ? "returned" : "partly";
  }
}
