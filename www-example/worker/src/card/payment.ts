// The ledger of one card payment.

import { draft as draftOf, refundable } from "iyzico-reversals";
import type { Answers, Draft, Outcome, Reconciliation, RefundablePayment, Request } from "iyzico-reversals";

import { fieldsOf, textOf } from "../body.js";
import { exchange, type Answer } from "../exchange.js";
import type { Entry, Intent, Subject } from "../ledger/intent.js";
import { Keeper, type Admitted, type Taken } from "../ledger/keeper.js";
import { invalid, issue, refusalOf, refusals, type Refusal } from "../refusal.js";
import { balanceRefusal } from "./balance.js";
import { iyzicoOf } from "./iyzico.js";

const OPERATIONS = ["refund", "refundV2", "cancel"] as const;
const NO_SUCH_PAYMENT = "5087";
const READ_PATIENCE_MS = 30_000;

type CardRefund = (typeof OPERATIONS)[number];
type Details = Answers["paymentDetails"]["payments"][number];

export interface PaymentView {
  readonly payment: RefundablePayment;
  readonly details: Details;
  readonly intents: readonly Intent[];
}

export class PaymentLedger extends Keeper<CardRefund> {
  async view(paymentId: string): Promise<PaymentView | { readonly refusal: Refusal }> {
    const found = await this.#find(paymentId);
    if ("refusal" in found) return found;
    await this.reconsider(({ draft }) => iyzicoOf(this.env).reconcile(draft, ...found.answer));
    return { payment: found.payment, details: found.details, intents: this.intents() };
  }

  async take(paymentId: string, draft: Draft, operator: string): Promise<Taken> {
    if (!isDoneHere(draft)) return { refusal: refusals.operationNotAllowed };
    try {
      return await this.takeIntent(draft, operator, paymentId);
    } catch (error) {
      return { refusal: refusalOf(error) };
    }
  }

  protected async sign(draft: Draft<CardRefund>): Promise<Request<CardRefund>> {
    return iyzicoOf(this.env).sign(draft);
  }

  protected async admit(draft: Draft<CardRefund>, paymentId: string): Promise<Admitted> {
    const fields = fieldsOf(draft);
    const conversationId = textOf(fields, "conversationId");
    if (conversationId === null) {
      return { refusal: invalid([issue(["conversationId"], "missing", "is needed to find the operation again")]) };
    }

    const askedAt = Date.now();
    const found = await this.#find(paymentId);
    if ("refusal" in found) return found;
    const { payment, answer } = found;
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
    const refusal = balanceRefusal(subject, payment, this.#pending(askedAt, answer));
    return refusal ? { refusal } : { subject };
  }

  protected async read(draft: Draft<CardRefund>, [status, text]: Answer): Promise<Outcome<CardRefund>> {
    return iyzicoOf(this.env).read(draft, status, text);
  }

  protected async verdict({ draft, paymentId }: Entry<CardRefund>): Promise<Reconciliation> {
    const [, answer] = await this.#ask(paymentId);
    return iyzicoOf(this.env).reconcile(draft, ...answer);
  }

  /** Intents that may have moved money since iyzico was asked, less those its answer already shows. */
  #pending(askedAt: number, answer: Answer): Entry<CardRefund>[] {
    const unseen = ({ state, updatedAt }: Entry) => (state === "success" ? updatedAt >= askedAt : state !== "failure");
    return this.ledger
      .list()
      .filter(unseen)
      .filter(({ draft }) => iyzicoOf(this.env).reconcile(draft, ...answer) !== "landed");
  }

  async #find(paymentId: string): Promise<{ payment: RefundablePayment; details: Details; answer: Answer } | { refusal: Refusal }> {
    const [request, answer] = await this.#ask(paymentId);
    const outcome = iyzicoOf(this.env).read(request, ...answer);
    if (outcome.status === "failure" && outcome.error.code === NO_SUCH_PAYMENT) return { refusal: refusals.paymentNotFound };
    if (outcome.status !== "success") return { refusal: refusals.unreachable };
    const details = outcome.data.payments.find((candidate) => candidate.paymentId === paymentId);
    const payment = balances(outcome.data)?.find((candidate) => candidate.paymentId === paymentId);
    if (details && !payment) return { refusal: refusals.unreachable };
    return details && payment ? { details, payment, answer } : { refusal: refusals.paymentNotFound };
  }

  async #ask(paymentId: string): Promise<[Request<"paymentDetails">, Answer]> {
    const request = iyzicoOf(this.env).paymentDetails({ paymentId });
    return [request, await exchange(request, READ_PATIENCE_MS)];
  }
}

/** What may still be given back; nothing when iyzico's figures contradict each other. */
function balances(details: Answers["paymentDetails"]): readonly RefundablePayment[] | null {
  try {
    return refundable(details);
  } catch {
    return null;
  }
}

const isDoneHere = (draft: Draft): draft is Draft<CardRefund> => (OPERATIONS as readonly string[]).includes(draft.operation);

/** Whether this can be a payment's id at all; asked before an object is made for it. */
export function isPaymentId(text: string): boolean {
  try {
    draftOf("cancel", { paymentId: text });
    return true;
  } catch {
    return false;
  }
}
