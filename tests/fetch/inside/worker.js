// workerd.

import { probe } from "./probe.js";
import probes from "./probes.js";

export default {
  async fetch() {
    return Response.json(await probe(probes));
  },
};
