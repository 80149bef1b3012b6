import { measure } from "./measure.mjs";

globalThis.measured = measure(["build", "read"]);
