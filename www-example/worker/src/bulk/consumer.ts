// The queue's consumer: passes each line to its payment's ledger. A repeated message finds its intent already taken.

import type { CardRefund } from "../card/payment.js";
import type { Env } from "../env.js";
import { refusals } from "../refusal.js";
import type { LineMessage } from "./lines.js";
import { canBePayment, type Try } from "./rules.js";

/** For results that the job couldn't be told: it queues such lines again by itself. */
const RETRY_SECONDS = 15;

export async function refundLines({ messages }: MessageBatch<LineMessage>, env: Env): Promise<void> {
  const byOperation = Map.groupBy(messages, ({ body }) => body.draft.operation);
  await Promise.all([...byOperation].map(([operation, part]) => refundPaced(operation, part, env)));
}

async function refundPaced(operation: CardRefund, messages: readonly Message<LineMessage>[], env: Env): Promise<void> {
  const { first, gap } = await env.PACE.getByName(operation).reserve(operation, messages.length);
  await Promise.all(
    messages.map(async (message, index) => {
      await scheduler.wait(first + index * gap);
      try {
        await refundLine(message.body, env);
        message.ack();
      } catch (error) {
        console.error("line not reported", error);
        message.retry({ delaySeconds: RETRY_SECONDS });
      }
    }),
  );
}

async function refundLine(line: LineMessage, env: Env): Promise<void> {
  const job = env.BULK_JOBS.getByName(line.bulkId);
  // Since it was queued, its file may have been paused, or the line delayed or settled.
  if (await job.isDue(line.number)) await job.report(line.number, await tryLine(line, env));
}

async function tryLine({ paymentId, draft, operator }: LineMessage, env: Env): Promise<Try> {
  if (!canBePayment(paymentId)) return { refusal: refusals.paymentNotFound };
  try {
    return await env.PAYMENTS.getByName(paymentId).take(paymentId, draft, operator);
  } catch (error) {
    console.error("line failed", error);
    return { error: error instanceof Error ? error.message : "unknown" };
  }
}
