import { repeat } from "./repeat.mjs";
import { inRounds } from "./rounds.mjs";
import { casesOf } from "./cases.mjs";

/** Times the points with the clock of this runtime. */
export async function measure(points, others) {
  const found = {};
  for (const point of points) {
    const cases = await casesOf(point, others);
    found[point] = await inRounds(
      cases.map(({ name }) => name),
      async (at, count) => {
        const start = performance.now();
        await repeat(cases[at].run, count);
        return performance.now() - start;
      },
    );
  }
  return found;
}
