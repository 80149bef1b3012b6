// Starts the Worker in workerd, the runtime of Cloudflare Workers, as a program of its own.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/**
 * @param {Record<string, string>} settings the Worker's keys and address, handed over as environment
 * @param {number} [port] without one, any that is free
 */
export async function startWorker(settings, port = 0) {
  const config = fileURLToPath(new URL("workerd.capnp", import.meta.url));
  const program = fileURLToPath(new URL("../node_modules/.bin/workerd", import.meta.url));
  // The control channel says which port it became.
  const workerd = spawn(program, ["serve", config, `--socket-addr=http=127.0.0.1:${port}`, "--control-fd=3"], {
    env: { ...process.env, ...settings },
    stdio: ["ignore", "inherit", "inherit", "pipe"],
  });
  // However this process ends, the Worker does not outlive it.
  process.once("exit", () => workerd.kill());
  const ended = new Promise((resolve) => workerd.once("exit", resolve));
  const listening = new Promise((resolve, reject) => {
    createInterface({ input: workerd.stdio[3] }).on("line", (line) => {
      const message = JSON.parse(line);
      if (message.event === "listen") resolve(message.port);
    });
    workerd.once("error", (error) => reject(new Error(`workerd cannot start (has \`npm ci\` run in www-example?): ${error.message}`)));
    workerd.once("exit", (code) => reject(new Error(`workerd ended with code ${code}`)));
  });
  return {
    url: `http://127.0.0.1:${await listening}`,
    ended,
    async stop() {
      workerd.kill();
      await ended;
    },
  };
}
