// workerd: module syntax. An Iyzico may be set up in the global scope, where Workers forbid randomness.

import * as pkg from "iyzico-reversals";
import * as testing from "iyzico-reversals/testing";
import { conformance } from "./conformance/suite.js";
import { fixtures, simulator, vectors } from "./given.js";

const iyzico = new pkg.Iyzico({ apiKey: "api", secretKey: "secret", environment: "sandbox" });
const draft = pkg.draft("cancel", { paymentId: "1" });
const atStartup = attempt(() => iyzico.sign(draft));

export default {
  async fetch() {
    const environment = { name: "workerd" };
    const result = await conformance(pkg, testing, { vectors, fixtures, simulator, environment });
    check(result, "global scope: signing says why it cannot", atStartup === "IYZICO_VALIDATION randomness");
    check(result, "global scope: what was set up there signs in a handler", attempt(() => iyzico.sign(draft)) === draft.body);
    return Response.json(result);
  },
};

function attempt(sign) {
  try {
    return sign().body;
  } catch (error) {
    return `${error.code} ${error.issues?.map(({ code }) => code)}`;
  }
}

function check(result, name, passed) {
  result[passed ? "passed" : "failed"]++;
  if (!passed) result.failures.push({ name, error: `at startup: ${atStartup}` });
}
