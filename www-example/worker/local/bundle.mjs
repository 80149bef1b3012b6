// Bundles the worker as `wrangler deploy` would, and notes what miniflare has to know of wrangler.jsonc: node bundle.mjs <folder>

import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { unstable_getMiniflareWorkerOptions } from "wrangler";

const home = fileURLToPath(new URL("..", import.meta.url));
const [, , folder] = process.argv;
// wrangler refuses an assets folder that isn't there; without the page the desk is its API.
mkdirSync(fileURLToPath(new URL("../../admin/dist", import.meta.url)), { recursive: true });

const wrangler = fileURLToPath(new URL("../../node_modules/wrangler/bin/wrangler.js", import.meta.url));
const { status, stdout, stderr } = spawnSync(process.execPath, [wrangler, "deploy", "--dry-run", "--outdir", folder], {
  cwd: home,
  encoding: "utf8",
  env: { ...process.env, CI: "1", WRANGLER_SEND_METRICS: "false" },
});
if (status !== 0) {
  console.error(`${stdout}${stderr}`);
  process.exit(1);
}
const { workerOptions } = unstable_getMiniflareWorkerOptions(`${home}wrangler.jsonc`);
writeFileSync(`${folder}/options.json`, JSON.stringify({ ...workerOptions, rootPath: home }, null, 2));
writeFileSync(`${folder}/size.txt`, /Total Upload:.*/.exec(stdout)?.[0] ?? "");
