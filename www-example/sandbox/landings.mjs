// Requests that are carried out later, in order of time and never twice.

// The longest timer: a clock can be moved by hand or stand still.
const LOOK_AGAIN_MS = 1_000;

export class Landings {
  #clock;
  #waiting = [];
  #timer = null;

  constructor(clock) {
    this.#clock = clock;
  }

  /** `land` is called once, as if it were `at`; the rest says whose landing it is. */
  add({ at, land, ...whose }) {
    this.#waiting.push({ at, land, whose });
    // Stable: of two at the same time the one that arrived first lands first.
    this.#waiting.sort((a, b) => a.at - b.at);
    this.#setTimer();
  }

  /** Carries out what is due. Call it before reading the books. */
  carryOutDue() {
    const now = this.#clock.now();
    while (this.#waiting.length > 0 && this.#waiting[0].at <= now) {
      const { at, land } = this.#waiting.shift();
      this.#clock.at(at, land);
    }
    this.#setTimer();
  }

  list() {
    return this.#waiting.map(({ at, whose }) => ({ ...whose, landsAt: new Date(at).toISOString() }));
  }

  /** Drops all waiting requests. */
  clear() {
    this.#waiting = [];
    this.#setTimer();
  }

  #setTimer() {
    clearTimeout(this.#timer);
    if (this.#waiting.length === 0) return;
    const wait = (this.#waiting[0].at - this.#clock.now()) / this.#clock.speed;
    this.#timer = setTimeout(() => this.carryOutDue(), Math.max(1, Math.min(wait, LOOK_AGAIN_MS)));
    // A waiting request must not keep the process alive.
    this.#timer.unref();
  }
}
