// Builds the admin page, if it is newer than what was built.

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const at = (name) => fileURLToPath(new URL(name, import.meta.url));
const SOURCES = ["admin/src", "admin/public", "admin/index.html", "admin/vite.config.js", "admin/package-lock.json", "../pkg"];

export function buildPage() {
  if (!existsSync(at("admin/package.json"))) return;
  const built = at("admin/dist/index.html");
  if (existsSync(built) && SOURCES.every((name) => newest(at(name)) <= statSync(built).mtimeMs)) return;
  const npm = (...words) => {
    const { status, stdout, stderr } = spawnSync("npm", words, { cwd: at("admin"), encoding: "utf8" });
    if (status !== 0) throw new Error(`the admin page cannot be built\n${stdout}${stderr}`);
  };
  if (!existsSync(at("admin/node_modules"))) npm("ci", "--no-audit", "--no-fund", "--loglevel=error");
  npm("run", "build");
}

function newest(path) {
  if (!existsSync(path)) return 0;
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(`${path}/${name}`)));
}
