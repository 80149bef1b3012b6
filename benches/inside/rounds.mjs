// Times cases in turn, in many rounds, so that a busy machine slows all of them alike.
//
// Not a benchmark library: those need a clock in the process they time, which a Worker lacks, and time one case after
// the other.

import { median } from "./median.mjs";

/**
 * The shortest time of each case in microseconds, and its ratio to the first case.
 *
 * `time` runs case `at` `count` times and returns the milliseconds. The ratio is the median of the rounds' ratios, each
 * of two measurements a moment apart.
 */
export async function inRounds(names, time, { batch = 6, rounds = 21, warmUp = 150 } = {}) {
  const counts = [];
  for (const at of names.keys()) counts.push(await warmedUp((count) => time(at, count), batch, warmUp));

  const times = names.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      // Each round starts with another case, so that the order doesn't matter.
      const at = (turn + round) % names.length;
      times[at].push((1000 * (await time(at, counts[at]))) / counts[at]);
    }
  }
  return names.map((name, at) => ({
    name,
    microseconds: Math.min(...times[at]),
    ratio: median(times[at].map((time, round) => time / times[0][round])),
  }));
}

/** Warms up the engine, and returns the number of calls in a batch of so many milliseconds. */
async function warmedUp(time, batch, warmUp) {
  let count = 1;
  for (let spent = 0; spent < warmUp; ) {
    const took = await time(count);
    spent += took;
    if (took < batch) count *= 2;
    else if (took > 3 * batch) count = Math.ceil(count / 2);
  }
  return count;
}
