// A Node new enough for wrangler and miniflare, which want 22: this one, or the one among the packages.

import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

export function modernNode() {
  if (Number(process.versions.node.split(".")[0]) >= 22) return process.execPath;
  const packaged = fileURLToPath(new URL("../../node_modules/node24/bin/node", import.meta.url));
  if (existsSync(packaged)) return packaged;
  throw new Error("wrangler needs Node 22 or newer: install one, or run `npm ci` in www-example on Linux x64");
}
