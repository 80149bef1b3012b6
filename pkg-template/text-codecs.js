// TextDecoder and TextEncoder, also in the one environment that has neither: Jest's jsdom, which has Node's Buffer.

class BufferDecoder {
  decode(bytes = []) {
    return buffer().from(bytes).toString("utf8");
  }
}

class BufferEncoder {
  encode(text) {
    // In the array of this realm, of which `instanceof` asks.
    return new Uint8Array(buffer().from(text, "utf8"));
  }

  /** Writes all of the text, or nothing where it does not fit. */
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
