// Random keys of 128 bits, asked of the host 16 at a time: a call costs Node 5 µs, as much as all the rest of
// a signature. Only inside calls: Workers give no randomness while a module loads.

let bytes;
let left = 0;

/** A key that was not given before, in hex; nothing where the host has no secure randomness. */
export function randomKey() {
  try {
    if (left === 0) {
      bytes = crypto.getRandomValues(new Uint8Array(256));
      left = bytes.length;
    }
  } catch {
    return "";
  }
  let key = "";
  for (const end = left - 16; left > end; ) {
    const byte = bytes[--left];
    key += DIGITS[byte >> 4] + DIGITS[byte & 15];
    // Taken out, so that no key can be given twice.
    bytes[left] = 0;
  }
  return key;
}

const DIGITS = "0123456789abcdef";
