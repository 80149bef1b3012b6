// Times things in turn, many times over, so that a busy machine slows all of them alike.

import { measure } from "mitata";

import { median } from "./median.mjs";

/**
 * The median of every thing in microseconds, and how many times as long as the first it took.
 *
 * The ratio is the median of the rounds' ratios, each of two measurements a moment apart.
 */
export async function inRounds(things) {
  const times = things.map(() => []);
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (let turn = 0; turn < things.length; turn++) {
      // Another one begins each time: who comes after whom must not matter.
      const at = (turn + Math.abs(round)) % things.length;
      const { p50 } = await measure(things[at].run, OPTIONS);
      if (round >= 0) times[at].push(p50 / 1000);
    }
  }
  return things.map(({ name }, at) => ({
    name,
    microseconds: median(times[at]),
    ratio: median(times[at].map((time, round) => time / times[0][round])),
  }));
}

const ROUNDS = 25;
const WARM_UP = 3;

// Always in batches, the slow as well: whether one call is timed or many must not depend on luck.
const OPTIONS = {
  gc: false,
  batch_samples: 64,
  batch_threshold: Infinity,
  warmup_threshold: Infinity,
  min_samples: 5,
  min_cpu_time: 40e6,
};
