// The desk of one terminal sale, as a Durable Object.

import { DurableObject } from "cloudflare:workers";
import { IyzicoTerminal, type Draft } from "iyzico-reversals";

import { environmentOf } from "../card/iyzico.js";
import type { Env } from "../env.js";
import type { Finding } from "../ledger/intent.js";
import type { SeenIntent, Settled, Taken } from "../ledger/keeper.js";
import type { Refusal } from "../refusal.js";
import { SaleDesk, type SaleView } from "../terminal/sale.js";
import { homeOf } from "./home.js";

export class SaleLedger extends DurableObject<Env> {
  readonly #desk = new SaleDesk(homeOf(this.ctx, this.env), {
    access: (stale) => this.env.TERMINAL_TOKENS.getByName("shop").access(stale),
    open: (accessToken) => {
      const { IYZICO_BASE_URL: baseUrl } = this.env;
      return new IyzicoTerminal(baseUrl ? { accessToken, baseUrl } : { accessToken, environment: environmentOf(this.env) });
    },
  });

  view(transactionReferenceId: string): Promise<SaleView | { readonly refusal: Refusal }> {
    return this.#desk.view(transactionReferenceId);
  }

  take(transactionReferenceId: string, draft: Draft, operator: string): Promise<Taken> {
    return this.#desk.take(transactionReferenceId, draft, operator);
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
