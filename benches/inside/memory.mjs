// Prints what a process keeps after many calls: node --expose-gc memory.mjs ours | iyzipay

import { setImmediate as nextTurn } from "node:timers/promises";

// The package keeps its instance to itself; its memory is seen by whoever watches it being made.
let linear;
WebAssembly.Instance = class extends WebAssembly.Instance {
  constructor(...args) {
    super(...args);
    linear = this.exports.memory;
  }
};

const SUBJECTS = {
  async ours() {
    const { ours } = await import("./contenders.mjs");
    const { answer, refund } = await import("./merchant.mjs");
    return () => {
      if (!ours.verifies(ours.build(refund), answer)) throw new Error("an answer was not taken");
    };
  },
  async iyzipay() {
    const { iyzipay } = await import("./contenders.mjs");
    const { answer, refund } = await import("./merchant.mjs");
    return () => {
      iyzipay.build(refund);
      if (!iyzipay.verifies(null, answer)) throw new Error("an answer was not taken");
    };
  },
};

const call = await SUBJECTS[process.argv[2]]();
// So many that V8 has compiled everything and the wasm has what it needs.
await repeat(call, 50_000);
const before = await kept();
const start = performance.now();
const count = await repeat(call, 1_000_000);
const seconds = (performance.now() - start) / 1000;
const after = await kept();

const grown = Object.fromEntries(Object.keys(after).map((name) => [name, after[name] - before[name]]));
console.log(JSON.stringify({ count, seconds, grown, linear: after.linear }));

/** Stops at the deadline, and says how often it called. */
async function repeat(call, count) {
  const deadline = performance.now() + 60_000;
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
  return { rss, heap: heapUsed, external, linear: linear.buffer.byteLength };
}
