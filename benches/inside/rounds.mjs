// Times things in turn, many times over, so that a busy machine slows all of them alike.
//
// No benchmark library's own loop: each needs a clock beside what it times, which a Worker has not,
// and reports things one after the other.

import { median } from "./median.mjs";

/**
 * The least time of every thing in microseconds, and how many times as long as the first it took.
 *
 * `time` runs things[at] so many times and says how many milliseconds that took. The ratio is the median
 * of the rounds' ratios, each of two measurements a moment apart.
 */
export async function inRounds(names, time, { batch = 6, rounds = 21, warmUp = 150 } = {}) {
  const counts = [];
  for (const at of names.keys()) counts.push(await warmedUp((count) => time(at, count), batch, warmUp));

  const times = names.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      // Another one begins each time: who comes after whom must not matter.
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

/** Lets the engine compile it, and says how many calls make a batch of so many milliseconds. */
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
