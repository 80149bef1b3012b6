// Node, Deno and Bun.

import { probe } from "./probe.js";
import probes from "./probes.js";

console.log(`PROBED ${JSON.stringify(await probe(probes))}`);
