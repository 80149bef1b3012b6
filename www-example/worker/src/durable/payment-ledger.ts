// The desk of one card payment, as a Durable Object.

import { DurableObject } from "cloudflare:workers";
import type { Draft } from "iyzico-reversals";

import { iyzicoOf } from "../card/iyzico.js";
import { PaymentDesk, type PaymentView } from "../card/payment.js";
import type { Env } from "../env.js";
import type { Finding } from "../ledger/intent.js";
import type { SeenIntent, Settled, Taken } from "../ledger/keeper.js";
import type { Refusal } from "../refusal.js";
import { homeOf } from "./home.js";

export class PaymentLedger extends DurableObject<Env> {
  readonly #desk = new PaymentDesk(homeOf(this.ctx, this.env), () => iyzicoOf(this.env));

  view(paymentId: string): Promise<PaymentView | { readonly refusal: Refusal }> {
    return this.#desk.view(paymentId);
  }

  take(paymentId: string, draft: Draft, operator: string): Promise<Taken> {
    return this.#desk.take(paymentId, draft, operator);
  }

  intent(fingerprint: string): Promise<SeenIntent | null> {
    return this.#desk.intent(fingerprint);
  }

  settle(fingerprint: string, finding: Finding, operator: string): Promise<Settled> {
    return this.#desk.settleByPerson(fingerprint, finding, operator);
  }

  acknowledge(fingerprint: string, operator: string): Promise<Settled> {
    return this.#desk.acknowledge(fingerprint, operator);
  }

  /** What happened to an intent, as JSON. */
  async happenings(fingerprint: string): Promise<string> {
    return JSON.stringify(this.#desk.happenings(fingerprint));
  }

  override alarm(): Promise<void> {
    return this.#desk.wakeUp();
  }
}
