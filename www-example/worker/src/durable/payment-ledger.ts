// The desk of one card payment, as a Durable Object.

import type { Draft } from "iyzico-reversals";

import { iyzicoOf } from "../card/iyzico.js";
import { PaymentDesk, type CardRefund, type PaymentView } from "../card/payment.js";
import type { Taken } from "../ledger/keeper.js";
import type { Refusal } from "../refusal.js";
import { DeskObject } from "./desk-object.js";
import { homeOf } from "./home.js";

export class PaymentLedger extends DeskObject<CardRefund> {
  protected readonly desk = new PaymentDesk(homeOf(this.ctx, this.env), () => iyzicoOf(this.env));

  view(paymentId: string): Promise<PaymentView | { readonly refusal: Refusal }> {
    return this.desk.view(paymentId);
  }

  take(paymentId: string, draft: Draft, operator: string): Promise<Taken> {
    return this.desk.take(paymentId, draft, operator);
  }
}
