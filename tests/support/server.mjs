// Servers on localhost: a program of a tool, and a static folder with a Content-Security-Policy.

import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { connect } from "node:net";
import { extname, join, normalize } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const HOST = "127.0.0.1";
const running = new Set();

/** Starts `command args(host, port)`. When `use` has ended, stops it and the processes it started. */
export async function withProgram(command, args, { cwd, env }, use) {
  const port = await freePort();
  const child = spawn(command, args(HOST, port), { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise((resolve) => child.once("close", resolve).once("error", resolve));
  running.add(child);
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (printed += text));
  try {
    await listening(port, child);
    return await use(`http://${HOST}:${port}/`);
  } catch (error) {
    throw new Error(`${error.message}\n${printed}`, { cause: error });
  } finally {
    signal(child, "SIGTERM");
    await Promise.race([ended, sleep(5000, undefined, { ref: false })]);
    signal(child, "SIGKILL");
    running.delete(child);
  }
}

export async function withFolder(folder, policy, use) {
  const server = createServer(async ({ url }, response) => {
    const { pathname } = new URL(url, "http://localhost");
    const file = join(folder, normalize(pathname === "/" ? "/index.html" : pathname));
    try {
      const body = await readFile(file);
      const policies = policy ? { "content-security-policy": policy } : {};
      response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", ...policies });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, HOST, resolve));
  try {
    return await use(`http://${HOST}:${server.address().port}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** Stops all servers. Call it however this process ends. */
export function stopAll() {
  for (const child of running) signal(child, "SIGKILL");
}

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };

// Signals the process group, so that the server's children end too.
function signal(child, name) {
  try {
    if (child.pid) process.kill(-child.pid, name);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}

async function listening(port, child) {
  const deadline = performance.now() + 60_000;
  while (!(await accepts(port))) {
    if (!child.pid || child.exitCode !== null || child.signalCode !== null) throw new Error(`${child.spawnfile} ended before it listened`);
    if (performance.now() > deadline) throw new Error(`${child.spawnfile} never listened`);
    await sleep(100);
  }
}

function accepts(port) {
  return new Promise((resolve) => {
    const socket = connect(port, HOST, () => resolve(true));
    socket.on("error", () => resolve(false)).on("connect", () => socket.destroy());
  });
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, HOST, resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
