// The tests' packages, for programs outside their folder.

import { createRequire } from "node:module";

export const packages = createRequire(new URL("../tests/package.json", import.meta.url));
