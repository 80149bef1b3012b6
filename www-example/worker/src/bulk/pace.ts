// The pace of sending over all files: one object per operation hands out the times to send at.

import { DurableObject } from "cloudflare:workers";

import type { CardRefund } from "../card/payment.js";
import type { Env } from "../env.js";
import { settingsOf } from "../settings.js";

/** iyzico's limit per minute for refunds by amount and for cancels; for refunds it is 400. */
const MOST_PER_MINUTE = { refundV2: 150, cancel: 150 } as const;

/** Real milliseconds to wait before the first of some sends, and between them. */
export interface Moments {
  readonly first: number;
  readonly gap: number;
}

/** @param bulkPerMinute - the setting for refunds; the others never exceed iyzico's limit */
export function perMinute(operation: CardRefund, bulkPerMinute: number): number {
  return operation === "refund" ? bulkPerMinute : Math.min(bulkPerMinute, MOST_PER_MINUTE[operation]);
}

export class Pace extends DurableObject<Env> {
  // In memory only: a restart forgets at most the times of one batch.
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
