// Browsers and the edge sandbox: the result is left in a global.

import * as pkg from "iyzico-reversals";
import * as testing from "iyzico-reversals/testing";
import { conformance } from "./conformance/suite.js";
import { fixtures, simulator, vectors } from "./given.js";

globalThis.conformanceResult = conformance(pkg, testing, { vectors, fixtures, simulator, environment: { name: "global" } });
