// The clock of a round. It stands still during I/O, and jumps to the next timer when everything waits: a day passes in seconds, and a
// slow machine changes nothing.

export class Clock {
  #time;
  #busy = 0;
  #sleepers = [];
  #isLooking = false;

  constructor(time) {
    this.#time = time;
  }

  /** Epoch milliseconds. */
  now = () => this.#time;

  /** Stops the clock until this promise settles. All I/O of a round must pass through here. */
  async during(work) {
    this.#busy += 1;
    try {
      return await work;
    } finally {
      this.#busy -= 1;
      this.#lookSoon();
    }
  }

  /** Resolves to `value` after this many milliseconds. */
  sleep(ms, value) {
    return new Promise((resolve) => {
      const at = this.#time + ms;
      // Timers of the same time fire in the order in which they were set.
      const place = this.#sleepers.findLastIndex((sleeper) => sleeper.at <= at) + 1;
      this.#sleepers.splice(place, 0, { at, wake: () => resolve(value) });
      this.#lookSoon();
    });
  }

  // An immediate runs after all microtasks: by then everything has continued as far as it can.
  #lookSoon() {
    if (this.#isLooking) return;
    this.#isLooking = true;
    setImmediate(() => {
      this.#isLooking = false;
      if (this.#busy > 0 || this.#sleepers.length === 0) return;
      const { at, wake } = this.#sleepers.shift();
      this.#time = at;
      wake();
      this.#lookSoon();
    });
  }
}
