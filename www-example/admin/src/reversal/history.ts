// Who tried what, when, and what became of it.

import { words } from "../language";
import { dayAndTime } from "../language/time";
import { money } from "../money";
import { el } from "../page/element";
import { identifier } from "../page/facts";
import type { Intent } from "../worker/contract";
import { amountOf, nameOfOperation } from "./words-of";

/** A refund or cancel iyzico reports that was not made at this desk. */
export interface Elsewhere {
  readonly operation: string;
  readonly target: string | null;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly conversationId: string | null;
  readonly at: string | undefined;
}

export function history(
  intents: readonly Intent[],
  elsewhere: readonly Elsewhere[],
  open: (intent: Intent) => void,
): HTMLElement {
  const w = words().history;
  const entries = [
    ...intents.map((intent) => ({ at: intent.createdAt, node: entry(intent, open) })),
    ...elsewhere.map((found) => ({ at: new Date(found.at ?? 0).getTime(), node: foreignEntry(found) })),
  ].sort((a, b) => b.at - a.at);
  return el(
    "section",
    { class: "card history", "aria-labelledby": "history-title" },
    el("h2", { id: "history-title" }, w.title),
    entries.length === 0 ? el("p", { class: "quiet" }, w.none) : el("ol", {}, ...entries.map(({ node }) => node)),
  );
}

function entry(intent: Intent, open: (intent: Intent) => void): HTMLElement {
  const w = words().history;
  const target = intent.paymentTransactionId ?? intent.transactionReferenceId;
  return el(
    "li",
    {},
    el("p", { class: "history-what" }, `${nameOfOperation(intent.operation)}, `, el("b", { class: "money" }, amountOf(intent))),
    el(
      "p",
      { class: "history-who" },
      [intent.by.join(", "), dayAndTime(intent.createdAt)].filter(Boolean).join(" · "),
      target && " · ",
      target && identifier(target),
    ),
    el("p", { class: `state ${intent.state}` }, w.states[intent.state]),
    el(
      "button",
      { type: "button", class: "link", id: `history-${intent.fingerprint.slice(0, 12)}`, on: { click: () => open(intent) } },
      w.open,
      el(
        "span",
        { class: "only-heard" },
        `: ${nameOfOperation(intent.operation)}, ${amountOf(intent)}, ${dayAndTime(intent.createdAt)}`,
      ),
    ),
  );
}

function foreignEntry({ operation, target, amount, currency, conversationId, at }: Elsewhere): HTMLElement {
  const w = words().history;
  return el(
    "li",
    {},
    el(
      "p",
      { class: "history-what" },
      `${nameOfOperation(operation)}, `,
      el("b", { class: "money" }, amount === null ? words().amount.wholePayment : money(amount, currency)),
    ),
    el(
      "p",
      { class: "history-who" },
      [w.elsewhere, dayAndTime(at)].filter(Boolean).join(" · "),
      target && " · ",
      target && identifier(target),
      conversationId && " · ",
      conversationId && identifier(conversationId),
    ),
    el("p", { class: "state success" }, w.states.success),
  );
}
