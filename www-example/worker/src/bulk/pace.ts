// How fast lines may be sent, over all files: for each operation one object gives out the moments to send at.

import { DurableObject } from "cloudflare:workers";

import type { CardRefund } from "../card/payment.js";
import type { Env } from "../env.js";
import { settingsOf } from "../settings.js";

/** What iyzico allows a minute of a refund by amount, and of a cancel; of a refund it allows 400. */
const MOST_PER_MINUTE = { refundV2: 150, cancel: 150 } as const;

/** Real milliseconds to wait before the first of some sends, and between them. */
export interface Moments {
  readonly first: number;
  readonly gap: number;
}

/** @param bulkPerMinute - the setting, which is about refunds: the others are never faster than iyzico allows */
export function perMinute(operation: CardRefund, bulkPerMinute: number): number {
  return operation === "refund" ? bulkPerMinute : Math.min(bulkPerMinute, MOST_PER_MINUTE[operation]);
}

export class Pace extends DurableObject<Env> {
  // Not on disk: what a restart forgets is at most the moments of one batch.
  #next = 0;

  async reserve(operation: CardRefund, count: number): Promise<Moments> {
    const { clock, bulkPerMinute } = settingsOf(this.env);
    const gap = 60_000 / perMinute(operation, bulkPerMinute);
    const now = clock.now();
    const start = Math.max(this.#next, now);
    this.#next = start + count * gap;
    return { first: (start - now) / clock.speed, gap: gap / clock.speed };
  }
}
