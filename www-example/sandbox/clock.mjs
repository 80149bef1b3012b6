// The simulator's clock: real time or any other, run faster or slower, and moved forward by hand.

import { Misuse } from "./errors.mjs";

const FASTEST = 1_000_000;

export class Clock {
  #base;
  #speed;
  #anchor;
  #pinned = null;

  /** `base` gives epoch milliseconds; at `speed` 1 the clock shows just those, at 60 a minute passes in each second of the base. */
  constructor({ base = Date.now, speed = 1 } = {}) {
    this.#base = base;
    this.#speed = checkedSpeed(speed);
    const start = base();
    this.#anchor = { base: start, time: start };
  }

  /** Epoch milliseconds. */
  now = () => this.#pinned ?? Math.floor(this.#running());

  get speed() {
    return this.#speed;
  }

  /** Changes the speed from now on, and moves the clock forward by so many milliseconds. It never goes back. */
  set({ speed = this.#speed, advanceBy = 0, ...rest }) {
    const [unknown] = Object.keys(rest);
    if (unknown) throw new Misuse(`the clock has no "${unknown}"; it takes speed and advanceBy`);
    if (!(Number.isFinite(advanceBy) && advanceBy >= 0)) throw new Misuse(`the clock cannot advance by "${advanceBy}" ms`);
    const checked = checkedSpeed(speed);
    this.#anchor = { base: this.#base(), time: this.#running() + advanceBy };
    this.#speed = checked;
  }

  /** Runs `work`, which must be synchronous, as if it were `time`. */
  at(time, work) {
    const before = this.#pinned;
    this.#pinned = time;
    try {
      return work();
    } finally {
      this.#pinned = before;
    }
  }

  #running() {
    return this.#anchor.time + (this.#base() - this.#anchor.base) * this.#speed;
  }
}

function checkedSpeed(speed) {
  if (!(Number.isFinite(speed) && speed >= 0 && speed <= FASTEST)) throw new Misuse(`the clock cannot run at speed "${speed}"`);
  return speed;
}
