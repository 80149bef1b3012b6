// Runs a program to its end and gives what it printed.

import { spawn } from "node:child_process";

/** Rejects with everything that was printed when the program fails or does not end in time. */
export function run(command, args, { cwd, env = {}, seconds = 180 } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let printed = "";
    child.stdout.setEncoding("utf8").on("data", (text) => ((stdout += text), (printed += text)));
    child.stderr.setEncoding("utf8").on("data", (text) => (printed += text));
    const timer = setTimeout(() => child.kill("SIGKILL"), seconds * 1000);
    const fail = (why) => reject(new Error(`${command} ${args.join(" ")}: ${why}\n${printed}`));
    child.on("error", (error) => fail(error.message));
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      if (code === 0) resolve(stdout);
      else fail(signal ? `stopped by ${signal}` : `exit code ${code}`);
    });
  });
}

/** The result that a program of `runtimes/entry` printed. */
export function resultIn(stdout) {
  const line = stdout.split("\n").find((text) => text.startsWith(RESULT));
  if (!line) throw new Error(`no result was printed:\n${stdout}`);
  return JSON.parse(line.slice(RESULT.length));
}

const RESULT = "CONFORMANCE ";
