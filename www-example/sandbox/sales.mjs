// Sales at tills, their lines and reversals, and the rules for reversals. Amounts are in units of 10^-8.

import { istanbulDay } from "./calendar.mjs";
import { Misuse, Refusal, TERMINAL_CODE } from "./errors.mjs";
import { formatAmount, roundToKurus, sum } from "./money.mjs";
import { checkedSpelling, openedAt, positiveAmount, USUAL_CARD } from "./opening.mjs";
import { authCodeOf, hostReferenceOf, newReversal, viewReversal } from "./reversal.mjs";

export class Sales {
  #now;
  #newId;
  #users;
  #movements = [];
  sales = [];

  /** `newId` makes the id of a new record, digits only. */
  constructor({ users, sales, now, newId }) {
    this.#now = now;
    this.#newId = newId;
    this.#users = users;
    for (const sale of sales) this.addSale(sale);
  }

  /** How often money has moved since the start, over all sales. */
  get movementCount() {
    return this.#movements.length;
  }

  /** Records a sale; everything but the lines' unit prices has a default. Throws Misuse on nonsense. */
  addSale({ user, deviceUniqueId, currency = "TRY", priceSpelling = "plain", lines, ...given }) {
    const owner = this.#users.find(({ username }) => user === undefined || user === username);
    if (!owner) throw new Misuse(`no terminal user "${user}"`);
    const device = deviceUniqueId ?? owner.devices[0];
    if (!owner.devices.includes(device)) throw new Misuse(`no device "${device}" of "${owner.username}"`);
    if (!Array.isArray(lines) || lines.length === 0) throw new Misuse("a sale needs lines");

    const id = this.#newId();
    const sale = {
      paymentId: String(given.paymentId ?? `PAY-${id}`),
      saleNumber: String(given.saleNumber ?? id),
      saleUid: String(given.saleUid ?? `SALE-${id}`),
      transactionReferenceId: String(given.transactionReferenceId ?? `REF-SALE-${id}`),
      user: owner,
      deviceUniqueId: device,
      conversationId: given.conversationId,
      currency,
      card: given.card ?? USUAL_CARD,
      createdAt: openedAt(given, this.#now()),
      priceSpelling: checkedSpelling(priceSpelling),
      authCode: authCodeOf(id),
      hostReference: hostReferenceOf(id),
      refunds: [],
      voids: [],
      lines: lines.map((line) => this.#newLine(line)),
    };
    this.#refuseTakenIds(sale);
    this.sales.push(sale);
    return sale;
  }

  /** The user's sale with this reference, and what is left of each line. */
  refundable(user, { transactionReferenceId }) {
    return this.#ownSale(user, (sale) => sale.transactionReferenceId === transactionReferenceId, TERMINAL_CODE.saleNotFound);
  }

  /** The user's sale with this payment id, or with this reference on itself or on what undid it; `isShown` hides what undid it. */
  status(user, { paymentId, transactionReferenceId }, isShown = () => true) {
    const sale = this.#ownSale(
      user,
      (candidate) =>
        (paymentId === undefined || candidate.paymentId === paymentId) &&
        (transactionReferenceId === undefined || bears(candidate, transactionReferenceId, (operation) => isShown(candidate, operation))),
      transactionReferenceId === undefined ? TERMINAL_CODE.paymentNotFound : TERMINAL_CODE.saleNotFound,
    );
    const [refunds, voids] = [sale.refunds, sale.voids].map((operations) => operations.filter((operation) => isShown(sale, operation)));
    const refund = refunds.find((done) => done.transactionReferenceId === transactionReferenceId) ?? refunds.at(-1);
    return { sale, refund, cancel: voids.at(-1) };
  }

  /** Refunds lines: `items` of { relatedSaleItemId, name, quantity, amount }. */
  refund(user, { paymentId, paymentDate, relatedSaleId, items, ...operation }) {
    const sale = this.#paidSale(user, { paymentId, paymentDate });
    if (relatedSaleId !== undefined && relatedSaleId !== sale.saleUid) throw new Refusal(TERMINAL_CODE.saleNotFound, "relatedSaleId");
    this.#refuseUsedReference(user, operation);
    const claims = claim(sale, items);

    const price = sum(claims.map(([, { amount }]) => amount));
    const vat = sum(claims.map(([line, { amount }]) => vatOfNext(line, amount)));
    const refund = { ...this.#newOperation(price, operation), vat };
    for (const [line, { quantity, amount }] of claims) line.returns.push({ refund, quantity, amount });
    sale.refunds.push(refund);
    this.#move(sale, price);
    return { sale, refund };
  }

  /** Voids a whole sale. */
  void(user, { paymentId, paymentDate, ...operation }) {
    const sale = this.#paidSale(user, { paymentId, paymentDate });
    this.#refuseUsedReference(user, operation);
    if (sale.voids.length > 0) throw new Refusal(TERMINAL_CODE.alreadyVoided);
    // A void is of the whole sale, which is no longer there after a refund.
    if (sale.refunds.length > 0) throw new Refusal(TERMINAL_CODE.refundedBeforeVoid);
    if (istanbulDay(sale.createdAt) !== istanbulDay(this.#now())) throw new Refusal(TERMINAL_CODE.voidTooLate);

    const cancel = this.#newOperation(totalOf(sale), operation);
    sale.voids.push(cancel);
    this.#move(sale, cancel.price);
    return { sale, cancel };
  }

  /** Runs `work` and undoes its changes. */
  rehearse(work) {
    const movements = [...this.#movements];
    const before = this.sales.map(({ refunds, voids, lines }) => [[...refunds], [...voids], lines.map(({ returns }) => [...returns])]);
    try {
      return work();
    } finally {
      this.#movements = movements;
      this.sales.forEach((sale, at) => {
        const [refunds, voids, returns] = before[at];
        Object.assign(sale, { refunds, voids });
        sale.lines.forEach((line, place) => (line.returns = returns[place]));
      });
    }
  }

  /** The state of one sale as plain JSON, amounts as decimal text, quantities as numbers; null if there is none. */
  view(paymentId) {
    const sale = this.sales.find((candidate) => candidate.paymentId === paymentId);
    if (!sale) return null;
    const movements = this.#movements.filter((movement) => movement.paymentId === paymentId);
    return {
      paymentId,
      saleNumber: sale.saleNumber,
      saleUid: sale.saleUid,
      transactionReferenceId: sale.transactionReferenceId,
      user: sale.user.username,
      deviceUniqueId: sale.deviceUniqueId,
      conversationId: sale.conversationId ?? null,
      currency: sale.currency,
      createdAt: new Date(sale.createdAt).toISOString(),
      paymentDate: paymentDateOf(sale),
      paid: formatAmount(totalOf(sale)),
      refunded: formatAmount(sum(sale.refunds.map((refund) => refund.price))),
      voided: sale.voids.length > 0,
      left: formatAmount(sum(sale.lines.map((line) => returnableOf(sale, line).amount))),
      movements: movements.length,
      moved: formatAmount(sum(movements.map((movement) => movement.price))),
      lines: sale.lines.map((line) => {
        const { quantity, amount } = returnableOf(sale, line);
        return {
          id: line.id,
          name: line.name,
          quantity: Number(line.quantity),
          unitPrice: formatAmount(line.unitPrice),
          total: formatAmount(line.total),
          refunded: formatAmount(sum(line.returns.map((part) => part.amount))),
          returnableQuantity: Number(quantity),
          left: formatAmount(amount),
        };
      }),
      refunds: sale.refunds.map(viewOperation),
      voids: sale.voids.map(viewOperation),
    };
  }

  #newLine({ id, name = "Item", quantity = 1, unitPrice, vatRate = 20 }) {
    if (!Number.isSafeInteger(quantity) || quantity < 1) throw new Misuse(`"${quantity}" is no quantity`);
    if (!Number.isInteger(vatRate) || vatRate < 0) throw new Misuse(`"${vatRate}" is no VAT rate in percent`);
    const lineId = String(id ?? this.#newId());
    if (!/^\d+$/.test(lineId)) throw new Misuse(`"${lineId}" is no line id: digits only`);
    const price = positiveAmount(unitPrice);
    const count = BigInt(quantity);
    return { id: lineId, name, quantity: count, unitPrice: price, total: price * count, vatRate: BigInt(vatRate), returns: [] };
  }

  #refuseTakenIds(sale) {
    const lineIds = this.sales.flatMap(({ lines }) => lines).concat(sale.lines).map(({ id }) => id);
    const isTaken =
      new Set(lineIds).size < lineIds.length ||
      ["paymentId", "saleUid", "transactionReferenceId"].some((name) => this.sales.some((other) => other[name] === sale[name]));
    if (isTaken) throw new Misuse("paymentId, saleUid, transactionReferenceId or a line's id is taken");
  }

  #ownSale(user, isMeant, code) {
    const found = this.sales.find((sale) => sale.user === user && isMeant(sale));
    if (!found) throw new Refusal(code);
    return found;
  }

  // Assumption: the date belongs to what names a payment, so with another date there is no such payment.
  #paidSale(user, { paymentId, paymentDate }) {
    const isMeant = (sale) => sale.paymentId === paymentId && paymentDateOf(sale) === paymentDate;
    return this.#ownSale(user, isMeant, TERMINAL_CODE.paymentNotFound);
  }

  // Assumption: a reference names one operation for good; a repeat of one that was done is refused and moves nothing.
  #refuseUsedReference(user, { transactionReferenceId }) {
    const isUsed = this.sales.some((sale) => sale.user === user && bears(sale, transactionReferenceId));
    if (isUsed) throw new Refusal(TERMINAL_CODE.referenceTaken, "transactionReferenceId");
  }

  #newOperation(price, { transactionReferenceId, deviceUniqueId, conversationId, sentAt }) {
    const id = this.#newId();
    const reversal = newReversal({ id, price, conversationId, at: this.#now(), sentAt });
    return { ...reversal, transactionReferenceId, deviceUniqueId, hostReference: hostReferenceOf(id) };
  }

  #move({ paymentId }, price) {
    this.#movements.push({ paymentId, price });
  }
}

/** Whether the sale itself, or what undid part or all of it, was done under this reference. */
export function bears(sale, transactionReferenceId, isShown = () => true) {
  const operations = [sale, ...[...sale.refunds, ...sale.voids].filter(isShown)];
  return operations.some((operation) => operation.transactionReferenceId === transactionReferenceId);
}

/** The paid amount. */
export const totalOf = (sale) => sum(sale.lines.map((line) => line.total));

/** The pieces and the amount that are left of a line. */
export function returnableOf(sale, line) {
  if (sale.voids.length > 0) return { quantity: 0n, amount: 0n };
  return {
    quantity: line.quantity - sum(line.returns.map((part) => part.quantity)),
    amount: line.total - sum(line.returns.map((part) => part.amount)),
  };
}

/** The VAT inside an amount of a line, rounded to a kuruş. */
export const vatOf = (line, amount) => roundToKurus(amount * line.vatRate, 100n + line.vatRate);

/** The day of the sale as YYYYMMDD text. */
export const paymentDateOf = (sale) => istanbulDay(sale.createdAt).replaceAll("-", "");

// What a request asks for, by line. Assumptions: without an id a line is found by its name, and of several with that name
// the first that still holds as much; the pieces and the amount are bounded each for itself.
function claim(sale, items) {
  const claimed = new Map(sale.lines.map((line) => [line, { quantity: 0n, amount: 0n }]));
  for (const item of items) {
    const { relatedSaleItemId, name } = item;
    const named = sale.lines.filter((line) => (relatedSaleItemId === undefined ? line.name === name : line.id === relatedSaleItemId));
    if (named.length === 0) throw new Refusal(TERMINAL_CODE.lineNotFound, relatedSaleItemId ?? name);
    const withItem = (line) => ({
      quantity: claimed.get(line).quantity + item.quantity,
      amount: claimed.get(line).amount + item.amount,
    });
    const line = named.find((candidate) => isWithin(withItem(candidate), returnableOf(sale, candidate)));
    if (!line) throw new Refusal(TERMINAL_CODE.notReturnable);
    claimed.set(line, withItem(line));
  }
  return [...claimed].filter(([, { quantity }]) => quantity > 0n);
}

const isWithin = (asked, left) => asked.quantity <= left.quantity && asked.amount <= left.amount;

// The difference of two running totals, so that the VAT of all refunds adds up to the line's.
function vatOfNext(line, amount) {
  const before = sum(line.returns.map((part) => part.amount));
  return vatOf(line, before + amount) - vatOf(line, before);
}

const viewOperation = (operation) => ({
  ...viewReversal(operation),
  transactionReferenceId: operation.transactionReferenceId,
  deviceUniqueId: operation.deviceUniqueId,
});
