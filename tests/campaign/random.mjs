// Repeatable randomness: the same seed and name give the same numbers, whatever else was drawn before.

export class Random {
  #state;

  constructor(seed, ...names) {
    let hash = 0x811c9dc5;
    for (const letter of [seed, ...names].join("\n")) hash = Math.imul(hash ^ letter.codePointAt(0), 0x01000193);
    this.#state = hash;
  }

  /** From 0 up to, but without, 1 (mulberry32). */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `least` to `most`. */
  between(least, most) {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(probability) {
    return this.next() < probability;
  }

  oneOf(list) {
    return list[this.between(0, list.length - 1)];
  }

  shuffled(list) {
    const shuffled = [...list];
    for (let at = shuffled.length - 1; at > 0; at--) {
      const other = this.between(0, at);
      [shuffled[at], shuffled[other]] = [shuffled[other], shuffled[at]];
    }
    return shuffled;
  }
}
