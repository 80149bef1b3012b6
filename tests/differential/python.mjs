// Python's decimal, as one process that answers line by line.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const SCRIPT = fileURLToPath(new URL("exact.py", import.meta.url));

/** Python's answer to each question. Without Python, throws an error that says how to install it. */
export function askPython(questions) {
  const input = questions.map((question) => `${JSON.stringify(question)}\n`).join("");
  const { error, status, stdout, stderr } = spawnSync("python3", [SCRIPT], { input, encoding: "utf8", maxBuffer: 1 << 30 });
  if (error?.code === "ENOENT") throw new Error("no python3: install Python 3 (on Debian `apt-get install python3`)");
  if (error || status !== 0) throw new Error(`python3 ended with ${error ?? status}: ${stderr}`);
  return stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
}
