// Runs the bundled worker in workerd. Its standard input is one line of JSON, and then kept open as long as it shall run.
//
// The settings come that way and not as arguments because they hold keys, and anyone can list arguments.
// Durable Objects are kept in `storage`. The queue is in memory only, as in `wrangler dev`; the desk must not need it to survive.

import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from "miniflare";

const input = createInterface({ input: process.stdin });
const [line] = await once(input, "line");
const { folder, storage, port, settings, limits } = JSON.parse(line);
const { modulesRules: _, ratelimits, bindings, ...options } = JSON.parse(readFileSync(`${folder}/options.json`, "utf8"));

const modules = readdirSync(folder)
  .filter((name) => /\.(js|wasm)$/.test(name))
  // The first is where it begins.
  .sort((a, b) => Number(b === "index.js") - Number(a === "index.js"))
  .map((name) => ({ type: name.endsWith(".wasm") ? "CompiledWasm" : "ESModule", path: `${folder}/${name}` }));

const miniflare = new Miniflare(
  convertV4MiniflareOptions({
    ...options,
    modules,
    modulesRoot: folder,
    bindings: { ...bindings, ...settings },
    ratelimits: Object.fromEntries(Object.entries(ratelimits).map(([name, given]) => [name, limited(given, limits[name])])),
    host: "127.0.0.1",
    port,
    cf: false,
    resourcePersistencePath: storage,
    log: new Log(LogLevel.WARN),
  }),
);
function limited({ simple, ...limit }, other = simple.limit) {
  return { ...limit, simple: { ...simple, limit: other } };
}

const url = await miniflare.ready;
console.log(JSON.stringify({ url: url.origin }));

// Whoever started this is gone, however it ended.
input.once("close", async () => {
  await miniflare.dispose();
  process.exit(0);
});
