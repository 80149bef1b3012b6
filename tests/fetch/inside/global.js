// Pages, their workers and the edge sandbox: the result is left in a global.

import { probe } from "./probe.js";
import probes from "./probes.js";

globalThis.probed = probe(probes);
