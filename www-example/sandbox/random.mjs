// Repeatable random numbers: the same seed and names give the same numbers, whatever was drawn before.

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

  /** One of [[weight, value] …], as often as its weight says. */
  weighted(choices) {
    let point = this.next() * choices.reduce((total, [weight]) => total + weight, 0);
    for (const [weight, value] of choices) {
      point -= weight;
      if (point < 0) return value;
    }
    return choices.at(-1)[1];
  }
}
