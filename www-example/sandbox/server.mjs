// Runs the simulator: node server.mjs [--port N] [--quiet]

import { parseArgs } from "node:util";
import { createSandbox } from "./index.mjs";
import { lineOf } from "./journal.mjs";

const { port, quiet } = readArguments();
const sandbox = createSandbox({ log: quiet ? () => {} : (entry) => console.log(lineOf(entry)) });

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
    const { values } = parseArgs({ options: { port: { type: "string", default: "0" }, quiet: { type: "boolean", default: false } } });
    if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535) throw new Error(`--port ${values.port} is no port`);
    return { port: Number(values.port), quiet: values.quiet };
  } catch (error) {
    console.error(`${error.message}\nusage: node server.mjs [--port N] [--quiet]`);
    process.exit(2);
  }
}
