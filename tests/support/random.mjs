// The simulator's seeded random numbers, and shuffled lists.

import { Random as Drawn } from "../../www-example/sandbox/random.mjs";

export class Random extends Drawn {
  shuffled(list) {
    const shuffled = [...list];
    for (let at = shuffled.length - 1; at > 0; at--) {
      const other = this.between(0, at);
      [shuffled[at], shuffled[other]] = [shuffled[other], shuffled[at]];
    }
    return shuffled;
  }
}
