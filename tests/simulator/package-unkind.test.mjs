// The package against a simulator that shows the truth late, altered or not at all, in worlds drawn by seeds.

import assert from "node:assert/strict";
import { test } from "node:test";

import { playWorld } from "./support/package-worlds.mjs";

const KIND = 300;
const BEYOND = 60;

test("in a kind world no verdict contradicts the books, and what nothing hides is decided", async (t) => {
  const worlds = await playAll(KIND, { kind: true });
  const requests = worlds.reduce((total, world) => total + world.requests, 0);
  print(t, `${worlds.length} kind worlds, ${requests} requests`, worlds);

  assert.deepEqual(wrongIn(worlds), []);
  assert.deepEqual(worlds.flatMap(({ seed, undecided }) => undecided.map((request) => ({ seed, ...request }))), []);
  assert.deepEqual(worlds.filter(({ tooMuch }) => tooMuch > 0).map(({ seed }) => seed), [], "more was said to be left than is");
  const verdicts = new Set(worlds.flatMap(({ said }) => said.map(({ verdict }) => verdict)));
  assert.deepEqual(verdicts, new Set(["success", "failure", "unknown", "landed", "not-landed", "ambiguous", "clear"]));
});

test("worlds beyond what the package assumes are counted apart", async (t) => {
  const worlds = await playAll(BEYOND, { beyond: true });
  const wrong = wrongIn(worlds);
  print(t, `${worlds.length} worlds beyond the assumption, ${wrong.length} verdicts that the books contradict`, worlds);

  assert.ok(wrong.length > 0, "these worlds break the assumption");
  // Lag hides what was done; it never shows what was not.
  assert.deepEqual(wrong.filter(({ verdict }) => ["success", "landed"].includes(verdict)), []);
});

/** The worlds of so many seeds, a few at once. */
async function playAll(count, modes) {
  const worlds = [];
  let next = 0;
  const lane = async () => {
    while (next < count) {
      const seed = `package-${(next += 1)}`;
      worlds.push({ seed, ...(await playWorld({ ...modes, seed })) });
    }
  };
  await Promise.all(Array.from({ length: 4 }, lane));
  return worlds;
}

const wrongIn = (worlds) => worlds.flatMap(({ seed, said }) => said.filter(({ isWrong }) => isWrong).map((one) => ({ seed, ...one })));

/** Prints how often each verdict was given. */
function print(t, title, worlds) {
  const counts = new Map();
  for (const { by, verdict, reason, isWrong } of worlds.flatMap(({ said }) => said)) {
    const line = [by, verdict, reason, isWrong && "CONTRADICTED"].filter(Boolean).join(", ");
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  t.diagnostic(title);
  for (const [line, count] of [...counts].sort()) t.diagnostic(`${String(count).padStart(6)} ${line}`);
}
