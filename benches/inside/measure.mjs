import { repeat } from "./repeat.mjs";
import { inRounds } from "./rounds.mjs";
import { thingsOf } from "./things.mjs";

/** The times of the points, by the clock of the runtime that this runs in. */
export async function measure(points, others) {
  const found = {};
  for (const point of points) {
    const things = await thingsOf(point, others);
    found[point] = await inRounds(
      things.map(({ name }) => name),
      async (at, count) => {
        const start = performance.now();
        await repeat(things[at].run, count);
        return performance.now() - start;
      },
    );
  }
  return found;
}
