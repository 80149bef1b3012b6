// The crate as Rust programs call it, timed by criterion.

import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { run } from "../tests/support/program.mjs";

const MANIFEST = fileURLToPath(new URL("native/Cargo.toml", import.meta.url));
const TARGET = fileURLToPath(new URL("../target/benches", import.meta.url));

/** Each benchmark's name and nanoseconds, slowest last. */
export async function nativeTimes() {
  const home = `${TARGET}/criterion`;
  const args = ["bench", "--locked", "--manifest-path", MANIFEST, "--target-dir", TARGET, "--", "--noplot"];
  console.log("criterion runs, which is compiled the first time");
  await run(process.env.CARGO ?? "cargo", args, { env: { CRITERION_HOME: home }, seconds: 600 });
  const times = [];
  for (const folder of await readdir(home)) {
    const { title } = await json(`${home}/${folder}/new/benchmark.json`);
    const { median } = await json(`${home}/${folder}/new/estimates.json`);
    times.push({ title, low: median.confidence_interval.lower_bound, median: median.point_estimate, high: median.confidence_interval.upper_bound });
  }
  return times.sort((one, other) => one.median - other.median);
}

async function json(file) {
  return JSON.parse(await readFile(file, "utf8"));
}
