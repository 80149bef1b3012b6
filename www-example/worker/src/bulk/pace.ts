// How fast bulk refunds may be sent, over all files: one place gives out the moments to send at.

import { DurableObject } from "cloudflare:workers";

import type { Env } from "../env.js";
import { settingsOf } from "../settings.js";

export class Pace extends DurableObject<Env> {
  // Not on disk: what a restart forgets is at most the moments of one batch.
  #next = 0;

  /** Milliseconds to wait before the first of `count` sends, and between them. */
  async reserve(count: number): Promise<{ readonly first: number; readonly gap: number }> {
    const gap = 60_000 / settingsOf(this.env).bulkPerMinute;
    const now = Date.now();
    const start = Math.max(this.#next, now);
    this.#next = start + count * gap;
    return { first: start - now, gap };
  }
}
