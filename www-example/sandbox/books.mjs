// What was paid, what went back, and the rules that say what still may. Amounts are units of 10^-8.

import { DAY, istanbulDay } from "./calendar.mjs";
import { CODE, Misuse, Refusal } from "./errors.mjs";
import { formatAmount, sum } from "./money.mjs";
import { checkedSpelling, openedAt, positiveAmount, USUAL_CARD } from "./opening.mjs";
import { newReversal, viewReversal } from "./reversal.mjs";

const REFUND_WINDOW = 365 * DAY;

/** The sandbox test card that pays but can be neither refunded nor cancelled. */
export const NON_REFUNDABLE_CARD = "5406670000000009";

export class Books {
  #now;
  #newId;
  #movements = [];
  payments = [];

  /** `newId` makes the id of a new record, digits only. */
  constructor({ merchants, payments, now, newId }) {
    this.#now = now;
    this.#newId = newId;
    this.merchants = merchants;
    for (const payment of payments) this.addPayment(payment);
  }

  /** How often money has moved since the start, over all payments. */
  get movementCount() {
    return this.#movements.length;
  }

  /** Records a payment; everything but the items' amounts has a default. Throws Misuse on nonsense. */
  addPayment({ paymentId, merchant, conversationId, currency = "TRY", card, daysAgo, createdAt, priceSpelling = "plain", items }) {
    const owner = this.merchants.find(({ apiKey, kind }) => merchant === undefined || merchant === kind || merchant === apiKey);
    if (!owner) throw new Misuse(`no merchant "${merchant}"`);
    if (!Array.isArray(items) || items.length === 0) throw new Misuse("a payment needs items");

    const payment = {
      paymentId: String(paymentId ?? this.#newId()),
      merchant: owner,
      conversationId,
      currency,
      card: card ?? USUAL_CARD,
      createdAt: openedAt({ createdAt, daysAgo }, this.#now()),
      priceSpelling: checkedSpelling(priceSpelling),
      cancels: [],
      items: items.map((item) => ({
        paymentTransactionId: String(item.paymentTransactionId ?? this.#newId()),
        name: item.name ?? "Item",
        price: positiveAmount(item.price ?? item.paidPrice),
        paidPrice: positiveAmount(item.paidPrice),
        refunds: [],
      })),
    };
    this.#refuseTakenIds(payment);
    this.payments.push(payment);
    return payment;
  }

  /** The merchant's payments with this paymentId, or with this conversationId of the payment. */
  find(merchant, { paymentId, conversationId }) {
    const found = this.payments.filter(
      (payment) =>
        payment.merchant === merchant &&
        (paymentId === undefined || payment.paymentId === paymentId) &&
        (conversationId === undefined || payment.conversationId === conversationId),
    );
    if (found.length === 0) throw new Refusal(CODE.paymentNotFound);
    return found;
  }

  /** Gives part or all of one item back. */
  refundItem(merchant, { paymentTransactionId, price, currency, conversationId }) {
    const owned = this.payments.filter((payment) => payment.merchant === merchant);
    const payment = owned.find(({ items }) => items.some((item) => item.paymentTransactionId === paymentTransactionId));
    if (!payment) throw new Refusal(CODE.paymentNotFound);
    const item = payment.items.find((candidate) => candidate.paymentTransactionId === paymentTransactionId);

    this.#checkRefund(payment, { price, currency, left: leftOf(item) });
    const refund = this.#newReversal(price, conversationId);
    item.refunds.push(refund);
    this.#move(payment, price);
    return { payment, item, refund };
  }

  /** Gives an amount of the whole payment back, taking it from the items in their order. */
  refundAmount(merchant, { paymentId, price, currency, conversationId }) {
    if (merchant.kind !== "standard") throw new Refusal(CODE.standardMerchantsOnly);
    const [payment] = this.find(merchant, { paymentId });

    this.#checkRefund(payment, { price, currency, left: sum(payment.items.map(leftOf)) });
    const refund = this.#newReversal(price, conversationId);
    let rest = price;
    for (const item of payment.items) {
      const part = rest < leftOf(item) ? rest : leftOf(item);
      if (part > 0n) item.refunds.push({ ...refund, id: this.#newId(), price: part });
      rest -= part;
    }
    this.#move(payment, price);
    return { payment, refund };
  }

  /** Takes the whole payment back. */
  cancel(merchant, { paymentId, conversationId }) {
    const [payment] = this.find(merchant, { paymentId });
    if (payment.card === NON_REFUNDABLE_CARD) throw new Refusal(CODE.declinedByBank);
    if (payment.cancels.length > 0) throw new Refusal(CODE.alreadyCancelled);
    // A cancel is always of the whole, and after a refund the whole is no longer there.
    if (refundedOf(payment) > 0n) throw new Refusal(CODE.refundedBeforeCancel);
    if (istanbulDay(payment.createdAt) !== istanbulDay(this.#now())) throw new Refusal(CODE.cancelTooLate);

    const cancel = this.#newReversal(paidOf(payment), conversationId);
    payment.cancels.push(cancel);
    this.#move(payment, cancel.price);
    return { payment, cancel };
  }

  /** The state of one payment as plain JSON, amounts as decimal text; null if there is none. */
  view(paymentId) {
    const payment = this.payments.find((candidate) => candidate.paymentId === paymentId);
    if (!payment) return null;
    const cancelled = payment.cancels.length > 0;
    const left = (item) => (cancelled ? 0n : leftOf(item));
    const movements = this.#movements.filter((movement) => movement.paymentId === paymentId);
    return {
      paymentId,
      merchant: payment.merchant.kind,
      apiKey: payment.merchant.apiKey,
      conversationId: payment.conversationId ?? null,
      currency: payment.currency,
      createdAt: new Date(payment.createdAt).toISOString(),
      paid: formatAmount(paidOf(payment)),
      refunded: formatAmount(refundedOf(payment)),
      cancelled,
      left: formatAmount(sum(payment.items.map(left))),
      movements: movements.length,
      moved: formatAmount(sum(movements.map((movement) => movement.price))),
      items: payment.items.map((item) => ({
        paymentTransactionId: item.paymentTransactionId,
        name: item.name,
        price: formatAmount(item.price),
        paidPrice: formatAmount(item.paidPrice),
        refunded: formatAmount(sum(item.refunds.map((refund) => refund.price))),
        left: formatAmount(left(item)),
        refunds: item.refunds.map(viewReversal),
      })),
      cancels: payment.cancels.map(viewReversal),
    };
  }

  /** What a refund of either kind must pass; `left` is what its target still holds. */
  #checkRefund(payment, { price, currency, left }) {
    if (currency !== undefined && currency !== payment.currency) throw new Refusal(CODE.currencyNotOfPayment);
    if (payment.cancels.length > 0) throw new Refusal(CODE.alreadyCancelled);
    if (this.#now() - payment.createdAt > REFUND_WINDOW) throw new Refusal(CODE.refundTooLate);
    if (left === 0n) throw new Refusal(CODE.nothingLeft);
    if (price <= 0n || price > left) throw new Refusal(CODE.amountNotAllowed);
    if (payment.card === NON_REFUNDABLE_CARD) throw new Refusal(CODE.declinedByBank);
  }

  #refuseTakenIds({ paymentId, items }) {
    const itemIds = this.payments.flatMap((payment) => payment.items).concat(items).map((item) => item.paymentTransactionId);
    const taken = this.payments.some((payment) => payment.paymentId === paymentId) || new Set(itemIds).size < itemIds.length;
    if (taken) throw new Misuse("paymentId or paymentTransactionId is taken");
  }

  #newReversal(price, conversationId) {
    return newReversal({ id: this.#newId(), price, conversationId, at: this.#now() });
  }

  #move({ paymentId }, price) {
    this.#movements.push({ paymentId, price });
  }
}

/** What the shopper paid in all. */
export const paidOf = (payment) => sum(payment.items.map((item) => item.paidPrice));

/** What refunds gave back in all; a cancel is not a refund. */
export const refundedOf = (payment) => sum(payment.items.flatMap((item) => item.refunds.map((refund) => refund.price)));

const leftOf = (item) => item.paidPrice - sum(item.refunds.map((refund) => refund.price));
