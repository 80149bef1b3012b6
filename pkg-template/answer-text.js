// Reads the text of an answer, up to a limit.

import { longestAnswer } from "./operations.js";
import { TextDecoder } from "./text-codecs.js";

// The longest answer that the core reads.
const MAX_BYTES = Math.max(...Object.values(longestAnswer));

/**
 * Reads a body until it ends, exceeds the limit, or `signal` aborts. Rejects when the body breaks off.
 *
 * Of a body that is too large, returns one byte more than the limit, so that `read` says `too-large`.
 */
export async function answerText(body, signal) {
  if (body === null) return { text: "", isTooLarge: false };
  const reader = body.getReader();
  const cancel = async () => {
    try {
      await reader.cancel();
    } catch {
      // The stream has ended already.
    }
  };
  // Closes the connection even if the fetch ignores its signal.
  signal.addEventListener("abort", cancel);
  if (signal.aborted) cancel();

  const chunks = [];
  let left = MAX_BYTES + 1;
  while (left > 0) {
    const { done, value } = await reader.read();
    if (done) return { text: decoded(chunks), isTooLarge: false };
    chunks.push(value.subarray(0, left).slice());
    left -= chunks.at(-1).length;
  }
  cancel();
  return { text: decoded(chunks), isTooLarge: true };
}

function decoded(chunks) {
  const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  // A BOM stays in the text.
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}
