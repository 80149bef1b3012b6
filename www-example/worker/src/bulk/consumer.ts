// The queue's consumer: gives each line to its payment's ledger. A message that comes twice finds its intent already taken.

import type { Env } from "../env.js";
import { isForLater } from "../refusal.js";
import { settingsOf } from "../settings.js";
import type { LineResult } from "./job.js";
import type { LineMessage } from "./lines.js";

const RETRY_SECONDS = 15;

export async function refundLines({ messages }: MessageBatch<LineMessage>, env: Env): Promise<void> {
  const { speed } = settingsOf(env).clock;
  const { first, gap } = await env.PACE.getByName("bulk").reserve(messages.length);
  const results = await Promise.all(
    messages.map(async (message, index) => {
      await scheduler.wait(first + index * gap);
      return { message, result: await refundLine(message.body, env) };
    }),
  );

  for (const [bulkId, part] of Map.groupBy(results, ({ message }) => message.body.bulkId)) {
    const known = part.flatMap(({ result }) => result ?? []);
    await env.BULK_JOBS.getByName(bulkId).report(known);
    for (const { message, result } of part) {
      if (result) message.ack();
      else message.retry({ delaySeconds: Math.min(RETRY_SECONDS, Math.ceil(RETRY_SECONDS / speed) * message.attempts) });
    }
  }
}

/** What became of a line; `null` when nothing was sent and it is worth another try. */
async function refundLine({ number, paymentId, draft, operator }: LineMessage, env: Env): Promise<LineResult | null> {
  try {
    const taken = await env.PAYMENTS.getByName(paymentId).take(paymentId, draft, operator);
    if ("intent" in taken) return { number, intent: taken.intent };
    return isForLater(taken.refusal) ? null : { number, refusal: taken.refusal };
  } catch (error) {
    console.error("line failed", error);
    return null;
  }
}
