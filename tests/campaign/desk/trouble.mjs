// Kills and restarts the desk's processes, and turns its sending off and on, while operators work.

import { setTimeout as wait } from "node:timers/promises";

import { Random } from "../../support/random.mjs";

export class Trouble {
  #site;
  #random;
  #every;
  #isOver = false;
  kills = 0;
  restarts = 0;
  stops = 0;

  /** `every`: the longest time between two troubles, in real milliseconds. The shortest is half of it. */
  constructor({ site, seed, every }) {
    this.#site = site;
    this.#random = new Random(seed, "trouble");
    this.#every = every;
  }

  /** Runs until `over()` was called and there were `least` kills. */
  async run({ least }) {
    while (!this.#isOver || this.kills < least) {
      await wait(this.#random.between(this.#every / 2, this.#every));
      await this.#random.weighted([
        [70, () => this.#kill()],
        [15, () => this.#restart()],
        [15, () => this.#stopSending()],
      ])();
    }
  }

  over() {
    this.#isOver = true;
  }

  /** Half of the kills come just after a request has reached iyzico, when its answer may not be recorded yet. */
  async #kill() {
    if (this.#random.chance(0.5)) await this.#site.arrival(2_000);
    await wait(this.#random.between(0, 60));
    await this.#site.kill();
    this.kills += 1;
    await this.#site.restart();
  }

  async #restart() {
    await this.#site.end();
    this.restarts += 1;
    await this.#site.restart();
  }

  async #stopSending() {
    this.stops += 1;
    await this.#turn(false);
    await wait(this.#random.between(300, 1_500));
    await this.#turn(true);
  }

  async #turn(on) {
    const clerk = this.#random.oneOf(this.#site.clerks);
    while ((await clerk.post("/api/sending", { on, reason: "campaign: the switch is tried" }))?.status !== 200) await wait(200);
  }
}
