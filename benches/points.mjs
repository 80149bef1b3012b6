// The measurements, each in its own processes: `measure` returns numbers, `table` formats them.

import { run } from "../tests/support/program.mjs";
import { median } from "./inside/median.mjs";
import { nativeTimes } from "./native.mjs";
import { NODE, runtimes } from "./runtimes.mjs";

const STARTS = 11;
const CALLS = 1_000_000;
const NAMES = ["iyzico-reversals", "iyzipay"];

export const points = {
  speed: {
    title: "Speed in every runtime",
    note:
      "Time as a multiple of ours, with the shortest time of a call in µs. *build* is params to URL, headers and body with a fresh " +
      "random key; *read* is an answer's text to a verified success. Only iyzico-reversals and *by hand* check every field " +
      "and compare the answer with the request; *by hand* is the same work with a schema of valibot's; WebCrypto's key is imported once; iyzipay has no reader, so it is JSON.parse and its " +
      "`calculateHmacSHA256Signature`. WebCrypto works in another thread and so depends most on what else the machine does. " +
      "workerd is timed from outside, many calls in a request.",
    async measure(project) {
      const found = {};
      for (const [name, measure] of Object.entries(runtimes)) {
        found[name] = await measure(project);
        console.log(`${name} is done`);
      }
      return found;
    },
    table(found) {
      const names = Object.keys(found);
      const rows = ["build", "read"].flatMap((point) => {
        const contenders = [...new Set(names.flatMap((name) => found[name][point].map((thing) => thing.name)))];
        return contenders.map((contender) => {
          const cells = names.map((name) => {
            const thing = found[name][point].find((thing) => thing.name === contender);
            return thing ? `${thing.ratio.toFixed(2)} (${thing.microseconds.toFixed(1)})` : "–";
          });
          return [`${point}: ${contender}`, ...cells];
        });
      });
      return { columns: ["ratio (µs)", ...names], rows };
    },
  },

  parts: {
    title: "Parts, and a longer body",
    note: "All iyzico-reversals, in Node 20. Each of the Turkish letters is one character and two bytes of UTF-8.",
    async measure(project) {
      return JSON.parse(await run(NODE, [project.path("benches/speed.mjs"), "parts"])).parts;
    },
    table(found) {
      const rows = found.map(({ name, microseconds, ratio }) => [name, microseconds.toFixed(1), ratio.toFixed(2)]);
      return { columns: ["what", "least µs", "ratio to refund()"], rows };
    },
  },

  native: {
    title: "The Rust crate alone",
    note: "Timed by criterion, compiled for speed as a Rust program would: no JavaScript, no wasm, no strings that cross.",
    measure: nativeTimes,
    table(found) {
      const rows = found.map(({ title, low, median, high }) => [title, ...[low, median, high].map((time) => (time / 1000).toFixed(2))]);
      return { columns: ["what", "from µs", "median µs", "to µs"], rows };
    },
  },

  start: {
    title: "Cold start: import to the first signed request",
    note: `${STARTS} fresh processes of Node 20 each, in turn; Node's own start is not counted.`,
    async measure(project) {
      const times = await starts(project, ["start-ours.mjs", "start-iyzipay.cjs"]);
      return NAMES.map((name, at) => ({
        name,
        least: Math.min(...times[at]),
        median: median(times[at]),
        ratio: median(times[at].map((time, round) => time / times[0][round])),
      }));
    },
    table(found) {
      const rows = found.map(({ name, least, median, ratio }) => [name, least.toFixed(1), median.toFixed(1), ratio.toFixed(2)]);
      return { columns: ["what", "least ms", "median ms", "ratio to ours"], rows };
    },
  },

  memory: {
    title: "Memory that stays after many calls",
    note:
      "Growth in KB from after 50,000 calls to the end, after full garbage collections at both, in Node 20. A call builds " +
      "and signs a refund and reads its answer, as above. RSS has also what V8 and the allocator keep for themselves. " +
      "75 seconds at most for each, side by side.",
    async measure(project) {
      const args = (subject) => ["--expose-gc", project.path("benches/memory.mjs"), subject, String(CALLS)];
      return Promise.all(["ours", "iyzipay"].map(async (subject) => JSON.parse(await run(NODE, args(subject)))));
    },
    table(found) {
      const rows = found.map(({ name, count, grown }) => [
        name,
        count.toLocaleString("en"),
        ...Object.values(grown).map((bytes) => (bytes / 1024).toFixed(0)),
      ]);
      return { columns: ["what", "calls", "wasm", "heap", "external", "RSS"], rows };
    },
  },
};

async function starts(project, files) {
  const times = files.map(() => []);
  // An extra first round warms the system's file cache.
  for (let round = -1; round < STARTS; round++) {
    for (const [at, file] of files.entries()) {
      const milliseconds = Number(await run(NODE, [project.path("benches", file)]));
      if (round >= 0) times[at].push(milliseconds);
    }
  }
  return times;
}
