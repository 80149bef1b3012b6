// TextDecoder and TextEncoder, with a fallback to Node's Buffer for Jest's jsdom, which has neither.

class BufferDecoder {
  decode(bytes = []) {
    return buffer().from(bytes).toString("utf8");
  }
}

class BufferEncoder {
  encode(text) {
    // In an array of this realm, for `instanceof`.
    return new Uint8Array(buffer().from(text, "utf8"));
  }

  /** Writes the whole text, or nothing if it doesn't fit. */
  encodeInto(text, target) {
    const bytes = this.encode(text);
    if (bytes.length > target.length) return { read: 0, written: 0 };
    target.set(bytes);
    return { read: text.length, written: bytes.length };
  }
}

function buffer() {
  if (globalThis.Buffer) return globalThis.Buffer;
  throw new TypeError("iyzico-reversals needs TextEncoder and TextDecoder, which this environment lacks");
}

export const TextDecoder = globalThis.TextDecoder ?? BufferDecoder;
export const TextEncoder = globalThis.TextEncoder ?? BufferEncoder;
