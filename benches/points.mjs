// What is measured, each point in processes of its own, and what DESIGN asks of it.

import { median } from "./inside/median.mjs";
import { run } from "../tests/runtimes/program.mjs";

export const points = {
  build: {
    title: "Build and sign a refund",
    async table(project) {
      const times = await speed(project, "build");
      return timed(times, { iyzipay: [1.3, 2], WebCrypto: [15, 30] });
    },
    note: "Params to URL, headers and body, with a fresh random key each. Only iyzico-reversals checks its params.",
  },

  read: {
    title: "Read and verify a signed answer",
    async table(project) {
      const times = await speed(project, "read");
      return timed(times, { WebCrypto: [15, 30] });
    },
    note:
      "Text to verified success. iyzipay has no reader: JSON.parse and its `calculateHmacSHA256Signature`. Only " +
      "iyzico-reversals checks every field, keeps the numbers' text and compares with the request.",
  },

  parts: {
    title: "Parts, and a longer body",
    async table(project) {
      return timed(await speed(project, "parts"), {});
    },
    note: "All iyzico-reversals. The Turkish letters count as characters; each is two bytes of UTF-8.",
  },

  memory: {
    title: "Memory that stays after a million calls",
    async table(project) {
      // One after the other: the numbers are a process's own, but its collector has threads.
      const kept = [];
      for (const subject of ["ours", "iyzipay"]) kept.push(await memory(project, subject));
      return {
        columns: ["what", "calls", "wasm memory, KB", "JS heap, KB", "external, KB", "RSS, KB", "target"],
        rows: kept.map(({ name, count, grown }, at) => {
          const total = grown.linear + grown.heap + grown.external;
          const target = at === 0 ? asked(total < 1 << 20, `wasm + heap + external below 1024 KB`) : "";
          const cells = [grown.linear, grown.heap, grown.external, grown.rss].map(kilobytes);
          return [name, String(count), ...cells, target];
        }),
      };
    },
    note:
      "Growth from after 50,000 calls to the end, after a full garbage collection at both; a call builds and signs a " +
      "refund and reads its answer. RSS includes what V8 and the allocator keep for themselves. A minute at most for each.",
  },

  start: {
    title: "Cold start: import to the first signed request",
    async table(project) {
      const subjects = [
        ["iyzico-reversals", "start-ours.mjs"],
        ["iyzipay", "start-iyzipay.cjs"],
      ];
      const times = subjects.map(() => []);
      // The first round fills the file cache.
      for (let round = -1; round < STARTS; round++) {
        for (const [at, [, file]] of subjects.entries()) {
          const milliseconds = Number(await run("node", [project.path("benches", file)]));
          if (round >= 0) times[at].push(milliseconds);
        }
      }
      const ratios = times.map((all) => median(all.map((time, round) => time / times[0][round])));
      return {
        columns: ["what", "min ms", "median ms", "ratio to ours", "target"],
        rows: subjects.map(([name], at) => [
          name,
          Math.min(...times[at]).toFixed(1),
          median(times[at]).toFixed(1),
          ratios[at].toFixed(2),
          at === 0 ? "" : asked(ratios[at] >= 2, "at least 2"),
        ]),
      };
    },
    note: `${STARTS()} fresh processes each, in turn; Node's own start is not counted.`,
  },
};
