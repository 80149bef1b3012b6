// Packs lines into batches that the queue accepts.
//
// Cloudflare's limits (developers.cloudflare.com/queues/platform/limits): 128 KB a message, 256 KB and 100 messages a call, where a KB is
// 1,000 bytes and the queue adds about 100 bytes to each message.

import type { LineMessage } from "./lines.js";

export const LARGEST_MESSAGE = 128_000;
export const LARGEST_BATCH = 256_000;
export const MOST_IN_BATCH = 100;
/** What the queue itself adds to a message, with some room. */
const ENVELOPE = 200;

export interface Packed {
  readonly batches: readonly (readonly LineMessage[])[];
  /** The lines that are too long for any message. */
  readonly tooLarge: readonly LineMessage[];
}

/** Packs lines, in order, into batches for one call each. */
export function pack(messages: readonly LineMessage[]): Packed {
  const batches: LineMessage[][] = [];
  const tooLarge: LineMessage[] = [];
  let room = 0;
  for (const message of messages) {
    const size = sizeOf(message);
    if (size > LARGEST_MESSAGE) {
      tooLarge.push(message);
      continue;
    }
    const last = batches.at(-1);
    if (last && size <= room && last.length < MOST_IN_BATCH) {
      last.push(message);
      room -= size;
    } else {
      batches.push([message]);
      room = LARGEST_BATCH - size;
    }
  }
  return { batches, tooLarge };
}

const encoder = new TextEncoder();

/** A message's size in the queue, in bytes. */
export const sizeOf = (message: LineMessage): number => encoder.encode(JSON.stringify(message)).length + ENVELOPE;
