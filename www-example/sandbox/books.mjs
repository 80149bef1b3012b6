// Card payments and their reversals, and the rules for reversals. Amounts are in units of 10^-8.

import { DAY, istanbulDay } from "./calendar.mjs";
import { CODE, Misuse, Refusal } from "./errors.mjs";
import { formatAmount, sum } from "./money.mjs";
import { checkedSpelling, openedAt, positiveAmount, USUAL_CARD } from "./opening.mjs";
import { newReversal, viewReversal } from "./reversal.mjs";

const REFUND_WINDOW = 365 * DAY;
// Separate ids, so that refused requests don't change the ids of others.
const FIRST_ATTEMPT = 90_000_000;
const PAID = 1;
// As iyzico's reporting page lists them.
const PAYMENT_STATUSES = [1, 0, 2, 3, 4, 5, 6, 8, 9];
const PHASES = ["AUTH", "PRE_AUTH", "POST_AUTH"];

/** The sandbox test card that pays but can be neither refunded nor cancelled. */
export const NON_REFUNDABLE_CARD = "5406670000000009";

export class Books {
  #now;
  #newId;
  #movements = [];
  #attemptCount = 0;
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
  addPayment({ paymentId, merchant, conversationId, currency = "TRY", card, daysAgo, createdAt, priceSpelling = "plain", items, ...given }) {
    const { paymentStatus, phase } = standingOf(given);
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
      paymentStatus,
      phase,
      cancels: [],
      attempts: [],
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

  /** The merchant's item with this id, and its payment. */
  findItem(merchant, { paymentTransactionId }) {
    const owned = this.payments.filter((payment) => payment.merchant === merchant);
    const payment = owned.find(({ items }) => items.some((item) => item.paymentTransactionId === paymentTransactionId));
    if (!payment) throw new Refusal(CODE.paymentNotFound);
    return { payment, item: payment.items.find((candidate) => candidate.paymentTransactionId === paymentTransactionId) };
  }

  /** Refunds an item, whole or in part. `asked`, here and below: the conversationId, sentAt, by and charged of a reversal. */
  refundItem(merchant, { paymentTransactionId, price, currency, ...asked }) {
    const { payment, item } = this.findItem(merchant, { paymentTransactionId });
    this.#checkRefund(payment, { price, currency, left: leftOf(item) });
    const refund = this.#newReversal(price, asked);
    item.refunds.push(refund);
    this.#move(payment, price);
    return { payment, item, refund };
  }

  /** Refunds an amount of a payment, from its items in order. */
  refundAmount(merchant, { paymentId, price, currency, ...asked }) {
    if (merchant.kind !== "standard") throw new Refusal(CODE.standardMerchantsOnly);
    const [payment] = this.find(merchant, { paymentId });

    this.#checkRefund(payment, { price, currency, left: sum(payment.items.map(leftOf)) });
    const refund = this.#newReversal(price, asked);
    let rest = price;
    for (const item of payment.items) {
      const part = rest < leftOf(item) ? rest : leftOf(item);
      if (part > 0n) item.refunds.push({ ...refund, id: this.#newId(), price: part });
      rest -= part;
    }
    this.#move(payment, price);
    return { payment, refund };
  }

  /** Cancels a whole payment. */
  cancel(merchant, { paymentId, ...asked }) {
    const [payment] = this.find(merchant, { paymentId });
    if (payment.paymentStatus !== PAID) throw new Refusal(CODE.neverPaid);
    if (payment.card === NON_REFUNDABLE_CARD) throw new Refusal(CODE.declinedByBank);
    if (payment.cancels.length > 0) throw new Refusal(CODE.alreadyCancelled);
    // A cancel is of the whole payment, which is no longer there after a refund.
    if (refundedOf(payment) > 0n) throw new Refusal(CODE.refundedBeforeCancel);
    if (istanbulDay(payment.createdAt) !== istanbulDay(this.#now())) throw new Refusal(CODE.cancelTooLate);

    const cancel = this.#newReversal(paidOf(payment), asked);
    payment.cancels.push(cancel);
    this.#move(payment, cancel.price);
    return { payment, cancel };
  }

  /**
   * What somebody refunds in iyzico's panel: `price` of an item or of the payment, or all of it (`cancel`), so many `times`, so long
   * ago. It is refused as the API would refuse it. `conversationId` is whatever the panel left there, and usually nothing.
   */
  panelRefund({ paymentId, paymentTransactionId, price, cancel = false, currency, conversationId, agoMs = 0, times = 1 }, at) {
    const payment = this.payments.find((candidate) => candidate.paymentId === paymentId);
    if (!payment) throw new Misuse(`no payment "${paymentId}"`);
    if (!Number.isInteger(times) || times < 1) throw new Misuse(`times "${times}" is no count`);
    if (!(Number.isFinite(agoMs) && agoMs >= 0)) throw new Misuse(`agoMs "${agoMs}" is no time ago`);
    const time = this.#now() - agoMs;
    const asked = { paymentId, conversationId, by: "panel" };
    for (let done = 0; done < times; done += 1) {
      at(time, () => {
        if (cancel) return this.cancel(payment.merchant, asked);
        const amount = { ...asked, currency, price: positiveAmount(price) };
        if (paymentTransactionId === undefined) return this.refundAmount(payment.merchant, amount);
        return this.refundItem(payment.merchant, { ...amount, paymentTransactionId: this.#itemOf(payment, paymentTransactionId) });
      });
    }
    return payment;
  }

  /** Keeps a request that was refused or lands later, which the read-back may show; returns the record. */
  addAttempt(payment, attempt) {
    const { endedAt = null, end = null, ...asked } = attempt;
    const id = String(FIRST_ATTEMPT + (this.#attemptCount += 1));
    const kept = { id, at: endedAt ?? this.#now(), endedAt, end, ...asked };
    payment.attempts.push(kept);
    return kept;
  }

  /** Runs `work` and undoes its changes. */
  rehearse(work) {
    const movements = [...this.#movements];
    const before = this.payments.map(({ cancels, items }) => [[...cancels], items.map(({ refunds }) => [...refunds])]);
    try {
      return work();
    } finally {
      this.#movements = movements;
      this.payments.forEach((payment, at) => {
        const [cancels, refunds] = before[at];
        payment.cancels = cancels;
        payment.items.forEach((item, place) => (item.refunds = refunds[place]));
      });
    }
  }

  /** The state of one payment as plain JSON, amounts as decimal text; null if there is none. */
  view(paymentId) {
    const payment = this.payments.find((candidate) => candidate.paymentId === paymentId);
    if (!payment) return null;
    const cancelled = payment.cancels.length > 0;
    const isCharged = isChargedFor(payment);
    const left = (item) => (cancelled || !isCharged ? 0n : leftOf(item));
    const movements = this.#movements.filter((movement) => movement.paymentId === paymentId);
    return {
      paymentId,
      merchant: payment.merchant.kind,
      apiKey: payment.merchant.apiKey,
      conversationId: payment.conversationId ?? null,
      currency: payment.currency,
      createdAt: new Date(payment.createdAt).toISOString(),
      paymentStatus: payment.paymentStatus,
      phase: payment.phase,
      paid: formatAmount(isCharged ? paidOf(payment) : 0n),
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

  /** The checks of both kinds of refunds; `left` is what is left of the target. */
  #checkRefund(payment, { price, currency, left }) {
    if (currency !== undefined && currency !== payment.currency) throw new Refusal(CODE.currencyNotOfPayment);
    if (!isChargedFor(payment)) throw new Refusal(CODE.neverPaid);
    if (payment.cancels.length > 0) throw new Refusal(CODE.alreadyCancelled);
    if (this.#now() - payment.createdAt > REFUND_WINDOW) throw new Refusal(CODE.refundTooLate);
    if (left === 0n) throw new Refusal(CODE.nothingLeft);
    if (price <= 0n || price > left) throw new Refusal(CODE.amountNotAllowed);
    if (payment.card === NON_REFUNDABLE_CARD) throw new Refusal(CODE.declinedByBank);
  }

  #itemOf({ items }, paymentTransactionId) {
    if (!items.some((item) => item.paymentTransactionId === paymentTransactionId)) throw new Misuse(`no item "${paymentTransactionId}" there`);
    return paymentTransactionId;
  }

  #refuseTakenIds({ paymentId, items }) {
    const itemIds = this.payments.flatMap((payment) => payment.items).concat(items).map((item) => item.paymentTransactionId);
    const taken = this.payments.some((payment) => payment.paymentId === paymentId) || new Set(itemIds).size < itemIds.length;
    if (taken) throw new Misuse("paymentId or paymentTransactionId is taken");
  }

  #newReversal(price, asked) {
    return newReversal({ ...asked, id: this.#newId(), price, at: this.#now() });
  }

  #move({ paymentId }, price) {
    this.#movements.push({ paymentId, price });
  }
}

/** The paid amount. */
export const paidOf = (payment) => sum(payment.items.map((item) => item.paidPrice));

/** The refunded amount, of all refunds or of some; a cancel is no refund. */
export const refundedOf = (payment, isCounted = () => true) =>
  sum(payment.items.flatMap((item) => item.refunds.filter(isCounted).map((refund) => refund.price)));

/** Whether money was taken: not for a failed attempt or an authorisation alone. */
const isChargedFor = ({ paymentStatus, phase }) => paymentStatus === PAID && phase !== "PRE_AUTH";

function standingOf({ paymentStatus = PAID, phase = PHASES[0] }) {
  if (!PAYMENT_STATUSES.includes(paymentStatus)) throw new Misuse(`no payment has the status "${paymentStatus}"`);
  if (!PHASES.includes(phase)) throw new Misuse(`no payment is in the phase "${phase}"`);
  return { paymentStatus, phase };
}

const leftOf = (item) => item.paidPrice - sum(item.refunds.map((refund) => refund.price));
