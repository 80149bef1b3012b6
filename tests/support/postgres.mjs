// A PostgreSQL server of its own, in a temporary folder.

import { execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";

import pg from "pg";

const DEBIAN = "/usr/lib/postgresql";

/** Calls `use` with a pool of connections to a fresh database. */
export async function withPostgres(use) {
  const folder = mkdtempSync(join(tmpdir(), "iyzico-postgres-"));
  const data = join(folder, "data");
  // PostgreSQL refuses to run as root.
  const as = userInfo().uid === 0 ? ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] : [];
  if (as.length) chownSync(folder, idOf("-u"), idOf("-g"));
  const [command, ...args] = [...as, program("initdb"), "--pgdata", data, "--auth=trust", "--username=test", "--no-sync"];
  execFileSync(command, args, { stdio: "ignore" });
  const [serve, ...options] = [...as, program("postgres"), "-D", data, "-k", folder, "-c", "listen_addresses=", "-c", "fsync=off"];
  const server = spawn(serve, options, { stdio: "ignore" });
  const ended = new Promise((resolve) => server.on("exit", resolve));
  const pool = new pg.Pool({ host: folder, user: "test", database: "postgres" });
  try {
    await ready(pool);
    return await use(pool);
  } finally {
    await pool.end();
    // The pool does not wait for its sockets to close. Other signals would cut them, which crashes the client.
    server.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true });
  }
}

function idOf(kind) {
  return Number(execFileSync("id", [kind, "nobody"], { encoding: "utf8" }));
}

/** Debian keeps the server's programs out of PATH. */
function program(name) {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort().reverse() : [];
  return versions.map((version) => join(DEBIAN, version, "bin", name)).find(existsSync) ?? name;
}

async function ready(pool) {
  for (const end = Date.now() + 30_000; ; ) {
    try {
      return await pool.query("select 1");
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
