// Random keys of 128 bits, asked of the host 16 at a time: a call costs Node 5 µs, as much as all the rest of
// a signature. Only inside calls: Workers give no randomness while a module loads.

let words;
let left = 0;

/** A key that was not given before, in hex; nothing where the host has no secure randomness. */
export function randomKey() {
  try {
    if (left === 0) {
      words = crypto.getRandomValues(new Uint32Array(64));
      left = words.length;
    }
  } catch {
    return "";
  }
  left -= 4;
  let key = "";
  for (const word of words.subarray(left, left + 4)) key += word.toString(16).padStart(8, "0");
  // Taken out, so that no key can be given twice.
  words.fill(0, left, left + 4);
  return key;
}
