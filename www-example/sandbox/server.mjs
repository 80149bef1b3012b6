// Runs the simulator: node server.mjs [--port N] [--speed N] [--quiet]
//
// At --speed 60 its clock runs a minute a second.

import { parseArgs } from "node:util";
import { createSandbox } from "./index.mjs";
import { lineOf } from "./journal.mjs";

const { port, speed, quiet } = readArguments();
const sandbox = createSandbox({ speed, log: quiet ? () => {} : (entry) => console.log(lineOf(entry)) });

for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => sandbox.close());

try {
  const { url } = await sandbox.listen(port);
  const merchants = sandbox.merchants.map(({ kind, apiKey, secretKey }) => ({ kind, apiKey, secretKey }));
  console.log(JSON.stringify({ url, merchants, terminalUsers: sandbox.terminalUsers }));
} catch (error) {
  console.error(`the simulator cannot listen: ${error.message}`);
  process.exitCode = 1;
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: "string", default: "0" },
        speed: { type: "string", default: "1" },
        quiet: { type: "boolean", default: false },
      },
    });
    if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535) throw new Error(`--port ${values.port} is no port`);
    if (!/^\d{1,6}$/.test(values.speed)) throw new Error(`--speed ${values.speed} is no speed`);
    return { port: Number(values.port), speed: Number(values.speed), quiet: values.quiet };
  } catch (error) {
    console.error(`${error.message}\nusage: node server.mjs [--port N] [--speed N] [--quiet]`);
    process.exit(2);
  }
}
