// workerd: requests batches of calls over HTTP and times them from outside.

import { served } from "../tests/runtimes/workerd.mjs";
import { inRounds } from "./inside/rounds.mjs";

// Long enough that HTTP's share, under a millisecond, hardly counts. The shortest empty request is subtracted.
const LONG = { batch: 25, rounds: 15, warmUp: 250 };

export function inWorkerd(project, points) {
  return served(project, "benches/worker.mjs", async (origin) => {
    const found = {};
    for (const point of points) found[point] = await timed(`${origin}/?point=${point}`);
    return found;
  });
}

async function timed(url) {
  const names = await ask(url);
  const around = [];
  for (let asked = 0; asked < 50; asked++) around.push(await watched(url));
  const least = Math.min(...around);
  return inRounds(names, async (at, count) => (await watched(`${url}&at=${at}&count=${count}`)) - least, LONG);
}

async function watched(url) {
  const start = performance.now();
  await ask(url);
  return performance.now() - start;
}

async function ask(url) {
  const response = await fetch(url, { signal: AbortSignal.timeout(60_000) });
  if (!response.ok) throw new Error(`HTTP ${response.status}: ${await response.text()}`);
  return response.json();
}
