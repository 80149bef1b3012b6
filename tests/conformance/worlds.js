// Worlds drawn from what truly happened (tests/worlds): the wasm gives the native core's verdicts, and none contradicts the truth.

import { equal, ok } from "./support/assert.js";

export function worlds({ test, pkg, iyzico, vectors }) {
  for (const [at, world] of vectors.worlds.entries()) {
    test(`world ${at}`, () => {
      const { operation, body, sentAt, askedAt, status, text, truth, says } = world;
      const request = { operation, body };
      const answer = { status, text };

      const { verdict, reason, reversals } = iyzico.reconcile(request, answer, { sentAt, askedAt });
      equal([verdict, reason], says.reconcile, text);
      ok(verdict !== "landed" || reversals.every(({ state }) => state === "carried-out"), text);
      if (truth.isWithin) ok(!(verdict === "landed" && truth.landings === 0) && !(verdict === "not-landed" && truth.landings > 0), text);
      if (truth.isComplete) equal(verdict, truth.landings === 1 ? "landed" : "not-landed", text);

      const before = iyzico.precheck(request, answer);
      equal([before.verdict, before.reason], says.precheck, text);

      equal(left(pkg, JSON.parse(text)), says.refundable, text);
    });
  }
}

/** What is refundable of each payment; `null` where the figures contradict each other. */
function left({ refundable }, details) {
  try {
    return refundable(details).map((payment) => payment.refundable);
  } catch (error) {
    equal(error.name, "IyzicoValidationError");
    return null;
  }
}
