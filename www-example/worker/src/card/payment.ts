// The intents of one card payment, compared with iyzico's details of it.

import { draft as draftOf, refundable, type Iyzico } from "iyzico-reversals";
import type { Answers, Draft, Outcome, RefundablePayment, SignedRequest } from "iyzico-reversals";
import type { Answer } from "iyzico-reversals/fetch";

import { fieldsOf, textOf } from "../body.js";
import type { Home } from "../ledger/home.js";
import type { Entry, Subject } from "../ledger/intent.js";
import { Keeper, type Admitted, type SeenIntent, type Taken, type Weighing } from "../ledger/keeper.js";
import { isUnshown } from "../ledger/rules.js";
import { alreadyThere, invalid, issue, refusalOf, refusals, type Refusal } from "../refusal.js";
import { balanceRefusal } from "./balance.js";

const OPERATIONS = ["refund", "refundV2", "cancel"] as const;
const NO_SUCH_PAYMENT = "5087";
const READ_PATIENCE_MS = 30_000;

export type CardRefund = (typeof OPERATIONS)[number];
type Details = Answers["paymentDetails"]["payments"][number];

export interface PaymentView {
  readonly payment: RefundablePayment;
  readonly details: Details;
  /** A contradiction in iyzico's figures: then nothing of `payment` is refundable. */
  readonly contradiction: string | null;
  readonly intents: readonly SeenIntent[];
}

/** An answer about a payment, and when iyzico was asked. */
interface Picture {
  readonly answer: Answer | null;
  readonly askedAt: number;
}

interface Found extends Picture, Omit<PaymentView, "intents"> {}

export class PaymentDesk extends Keeper<CardRefund> {
  readonly #iyzico: () => Iyzico;

  constructor(home: Home<CardRefund>, iyzico: () => Iyzico) {
    super(home);
    this.#iyzico = iyzico;
  }

  async view(paymentId: string): Promise<PaymentView | { readonly refusal: Refusal }> {
    const found = await this.#find(paymentId);
    await this.schedule();
    if ("refusal" in found) return found;
    this.settle(this.#weigh(found, this.unsettled()));
    const { payment, details, contradiction } = found;
    return { payment, details, contradiction, intents: this.intents() };
  }

  async take(paymentId: string, draft: Draft, operator: string): Promise<Taken> {
    if (!isDoneHere(draft)) return { refusal: refusals.operationNotAllowed };
    try {
      return await this.takeIntent(draft, operator, paymentId);
    } catch (error) {
      return { refusal: refusalOf(error) };
    }
  }

  protected async sign(draft: Draft<CardRefund>): Promise<SignedRequest<CardRefund>> {
    return this.#iyzico().sign(draft);
  }

  protected async admit(draft: Draft<CardRefund>, paymentId: string): Promise<Admitted> {
    const fields = fieldsOf(draft);
    const conversationId = textOf(fields, "conversationId");
    if (conversationId === null) {
      return { refusal: invalid([issue(["conversationId"], "missing", "is needed to find the operation again")]) };
    }

    const found = await this.#find(paymentId);
    if ("refusal" in found) return found;
    const { payment, answer, askedAt, contradiction } = found;
    const item = textOf(fields, "paymentTransactionId");
    const isItsOwn =
      item === null
        ? textOf(fields, "paymentId") === paymentId
        : payment.items.some(({ paymentTransactionId }) => paymentTransactionId === item);
    if (!isItsOwn) return { refusal: refusals.foreignItem };

    const subject: Subject = {
      paymentId,
      paymentTransactionId: item,
      transactionReferenceId: null,
      amount: textOf(fields, "price"),
      currency: textOf(fields, "currency") ?? payment.currency,
      conversationId,
    };
    const refusal =
      this.hindrance(this.#weigh(found, this.unsettled())) ??
      // A refund without an id, made in iyzico's panel long before this was drafted, can't be this one.
      alreadyThere(this.#iyzico().precheck(draft, answer, { draftedAt: askedAt, askedAt })) ??
      (contradiction === null ? balanceRefusal(subject, payment, this.#unshown(found)) : refusals.contradiction);
    return refusal ? { refusal } : { subject };
  }

  protected async read(draft: Draft<CardRefund>, answer: Answer | null): Promise<Outcome<CardRefund>> {
    return this.#iyzico().read(draft, answer);
  }

  protected async ask(entries: readonly Entry<CardRefund>[]): Promise<Weighing> {
    const [entry] = entries;
    if (!entry) return new Map();
    const [, picture] = await this.#ask(entry.paymentId);
    return this.#weigh(picture, entries);
  }

  /** The intents that were carried out and that iyzico's figures don't count yet. */
  #unshown(picture: Picture): Entry<CardRefund>[] {
    const done = this.home.book.inState("success").filter((entry) => isUnshown(entry, picture.askedAt));
    const weighing = this.#weigh(picture, done);
    return done.filter(({ fingerprint }) => weighing.get(fingerprint)?.found.verdict !== "landed");
  }

  #weigh({ answer, askedAt }: Picture, entries: readonly Entry<CardRefund>[]): Weighing {
    const weighed = ({ draft, sentAt }: Entry<CardRefund>) => ({ found: this.#iyzico().reconcile(draft, answer, { sentAt, askedAt }), askedAt });
    return new Map(entries.map((entry) => [entry.fingerprint, weighed(entry)]));
  }

  async #find(paymentId: string): Promise<Found | { refusal: Refusal }> {
    const [request, picture] = await this.#ask(paymentId);
    const outcome = this.#iyzico().read(request, picture.answer);
    if (outcome.status === "failure" && outcome.error.code === NO_SUCH_PAYMENT) return { refusal: refusals.paymentNotFound };
    if (outcome.status === "failure") {
      const { code, message } = outcome.error;
      return { refusal: { ...refusals.unreachable, failure: { advice: outcome.advice, code, message: message ?? "" } } };
    }
    if (outcome.status !== "success") return { refusal: refusals.unreachable };
    const details = outcome.data.payments.find((candidate) => candidate.paymentId === paymentId);
    return details ? { ...picture, details, ...balancesOf(outcome.data, details) } : { refusal: refusals.paymentNotFound };
  }

  async #ask(paymentId: string): Promise<[SignedRequest<"paymentDetails">, Picture]> {
    const request = this.#iyzico().paymentDetails({ paymentId });
    const askedAt = this.home.clock.now();
    return [request, { answer: await this.home.call(request, READ_PATIENCE_MS), askedAt }];
  }
}

/** What can still be refunded; nothing if iyzico's figures contradict each other. */
function balancesOf(data: Answers["paymentDetails"], details: Details): Pick<Found, "payment" | "contradiction"> {
  try {
    const payment = refundable(data).find(({ paymentId }) => paymentId === details.paymentId);
    return payment ? { payment, contradiction: null } : { payment: unclear(details), contradiction: "" };
  } catch (error) {
    return { payment: unclear(details), contradiction: error instanceof Error ? error.message : "" };
  }
}

/** A payment whose refunds are unknown: its whole amount is in doubt. */
function unclear({ paymentId, currency, paidPrice = "0", itemTransactions }: Details): RefundablePayment {
  const balance = (paid: string) => ({ paid, refunded: "0", doubtful: paid, refundable: "0" });
  return {
    paymentId: paymentId ?? "",
    state: "paid",
    currency: currency ?? null,
    ...balance(paidPrice),
    items: (itemTransactions ?? []).map((item) => ({
      paymentTransactionId: item.paymentTransactionId ?? "",
      ...balance(item.paidPrice ?? "0"),
    })),
  };
}

const isDoneHere = (draft: Draft): draft is Draft<CardRefund> => (OPERATIONS as readonly string[]).includes(draft.operation);

/** Whether a text can be a payment's id; checked before an object is made for it. */
export function isPaymentId(text: string): boolean {
  try {
    draftOf("cancel", { paymentId: text });
    return true;
  } catch {
    return false;
  }
}
