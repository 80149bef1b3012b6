// The methods of every desk as a Durable Object, for payments and sales.

import { DurableObject } from "cloudflare:workers";
import type { RefundName } from "iyzico-reversals";

import type { Env } from "../env.js";
import type { Finding } from "../ledger/intent.js";
import type { Keeper, SeenIntent, Settled } from "../ledger/keeper.js";

export abstract class DeskObject<O extends RefundName> extends DurableObject<Env> {
  protected abstract readonly desk: Keeper<O>;

  intent(fingerprint: string): Promise<SeenIntent | null> {
    return this.desk.intent(fingerprint);
  }

  settle(fingerprint: string, finding: Finding, operator: string): Promise<Settled> {
    return this.desk.settleByPerson(fingerprint, finding, operator);
  }

  acknowledge(fingerprint: string, operator: string): Promise<Settled> {
    return this.desk.acknowledge(fingerprint, operator);
  }

  /** The events of an intent, as JSON. */
  async happenings(fingerprint: string): Promise<string> {
    return JSON.stringify(this.desk.happenings(fingerprint));
  }

  override alarm(): Promise<void> {
    return this.desk.wakeUp();
  }
}
