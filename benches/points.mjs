// What is measured, each point in processes of its own, and what is asked of it.

import { run } from "../tests/runtimes/program.mjs";
import { median } from "./inside/median.mjs";

const STARTS = 15;
const MILLION = 1_000_000;
const KEPT = "wasm + heap + external below 1024 after a million";

export const points = {
  build: {
    title: "Build and sign a refund",
    note: "Params to URL, headers and body, a fresh random key each time. Only iyzico-reversals checks its params.",
    async measure(project) {
      return timeTable(await speed(project, "build"), { iyzipay: [1.3, 2], "WebCrypto, key imported once": [15, 30] });
    },
  },

  read: {
    title: "Read and verify a signed answer",
    note:
      "Text to verified success. iyzipay has no reader: JSON.parse and its `calculateHmacSHA256Signature`. Only " +
      "iyzico-reversals checks every field, keeps the numbers' text and compares with the request.",
    async measure(project) {
      return timeTable(await speed(project, "read"), { "WebCrypto, key imported once": [15, 30] });
    },
  },

  parts: {
    title: "Parts, and a longer body",
    note: "All iyzico-reversals. Each of the Turkish letters is one character and two bytes of UTF-8.",
    async measure(project) {
      return timeTable(await speed(project, "parts"), {});
    },
  },

  memory: {
    title: "Memory that stays after many calls",
    note:
      "Growth from after 50,000 calls to the end, after full garbage collections at both, in KB. A call builds and signs a " +
      "refund and reads its answer, as above. RSS has also what V8 and the allocator keep for themselves. A minute at most " +
      "for each.",
    async measure(project) {
      const rows = [];
      for (const subject of ["ours", "iyzipay"]) {
        const { name, count, grown } = await memory(project, subject);
        const kept = grown.wasm + grown.heap + grown.external;
        // Fewer calls, in the time there is, can miss the target but not meet it.
        const target = subject !== "ours" ? "" : count < MILLION && kept < 1 << 20 ? `${KEPT}: so far` : verdict(KEPT, kept < 1 << 20);
        rows.push([name, count.toLocaleString("en"), ...Object.values(grown).map(kilobytes), target]);
      }
      return { columns: ["what", "calls", "wasm", "heap", "external", "RSS", "target"], rows };
    },
  },

  start: {
    title: "Cold start: import to the first signed request",
    note: `${STARTS} fresh processes each, in turn; Node's own start is not counted.`,
    async measure(project) {
      const times = await starts(project, ["start-ours.mjs", "start-iyzipay.cjs"]);
      const ratios = times.map((all) => median(all.map((time, round) => time / times[0][round])));
      const rows = ["iyzico-reversals", "iyzipay"].map((name, at) => [
        name,
        Math.min(...times[at]).toFixed(1),
        median(times[at]).toFixed(1),
        ratios[at].toFixed(2),
        at === 0 ? "" : verdict("at least 2", ratios[at] >= 2),
      ]);
      return { columns: ["what", "min ms", "median ms", "ratio to ours", "target"], rows };
    },
  },
};

async function speed(project, point) {
  return JSON.parse(await run("node", [project.path("benches/speed.mjs"), point]));
}

async function memory(project, subject) {
  return JSON.parse(await run("node", ["--expose-gc", project.path("benches/memory.mjs"), subject, String(MILLION)]));
}

async function starts(project, files) {
  const times = files.map(() => []);
  // The round before the first brings the files into the system's cache.
  for (let round = -1; round < STARTS; round++) {
    for (const [at, file] of files.entries()) {
      const milliseconds = Number(await run("node", [project.path("benches", file)]));
      if (round >= 0) times[at].push(milliseconds);
    }
  }
  return times;
}

function timeTable(times, targets) {
  const rows = times.map(({ name, microseconds, ratio }) => {
    const [asked, stretch] = targets[name] ?? [];
    const target = asked ? `${verdict(`at least ${asked}`, ratio >= asked)}; ${verdict(`stretch ${stretch}`, ratio >= stretch)}` : "";
    return [name, microseconds.toFixed(2), ratio.toFixed(2), target];
  });
  return { columns: ["what", "median µs", "ratio to ours", "target"], rows };
}

function verdict(target, met) {
  return `${target}: ${met ? "met" : "MISSED"}`;
}

function kilobytes(bytes) {
  return (bytes / 1024).toFixed(0);
}
