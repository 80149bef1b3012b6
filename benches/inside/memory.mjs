// Prints how much memory a process holds after many calls: node --expose-gc memory.mjs ours|iyzipay CALLS

import { setImmediate as nextTurn } from "node:timers/promises";

// The package keeps its instance private, so intercept its creation to see the memory.
let linear;
WebAssembly.Instance = class extends WebAssembly.Instance {
  constructor(...args) {
    super(...args);
    linear = this.exports.memory;
  }
};

const [name, calls] = process.argv.slice(2);
const subject = name === "ours" ? (await import("./contenders.mjs")).ours : (await import(`./${name}.mjs`)).contender;
const { answer, refund } = await import("./merchant.mjs");

// Warms up: V8 compiles everything, and the wasm allocates what later calls reuse.
await repeat(50_000);
const before = await kept();
const count = await repeat(Number(calls));
const after = await kept();

const grown = Object.fromEntries(Object.keys(after).map((name) => [name, after[name] - before[name]]));
console.log(JSON.stringify({ name: subject.name, count, grown }));

function call() {
  if (!subject.verifies(subject.build(refund), answer)) throw new Error("an answer was not taken");
}

/** Stops at the deadline. Returns the number of calls. */
async function repeat(count) {
  const deadline = performance.now() + 75_000;
  for (let done = 0; done < count; ) {
    for (const end = Math.min(done + 5_000, count); done < end; done++) call();
    if (performance.now() > deadline) return done;
    await nextTurn();
  }
  return count;
}

async function kept() {
  for (let i = 0; i < 5; i++) {
    globalThis.gc();
    await nextTurn();
  }
  const { rss, heapUsed, external } = process.memoryUsage();
  return { wasm: linear.buffer.byteLength, heap: heapUsed, external, rss };
}
