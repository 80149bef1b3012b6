// What an answer to a refund or cancel reads as, by tests/vectors/outcomes.json, which the Rust tests read as well.

import { equal } from "./support/assert.js";
import { answerText, httpAnswer, isSigned, keys } from "./support/samples.js";
import { changed } from "./support/vectors.js";
import { hmacSha256 } from "./support/webcrypto.js";

/** Reasons of an outcome that has an error. */
const WITH_ERROR = ["timeout-code", "unlisted-code", "http-status"];

export function outcomes({ test, iyzico, vectors, fixtures }) {
  const { requests, rules } = vectors.outcomes;

  for (const [rule, cases] of Object.entries(rules)) {
    for (const given of cases) {
      const { why, expect, params, data, error, http = [200], answers } = given;

      for (const name of given.requests) {
        const request = requests[name];
        const { operation } = request;

        test(`${rule}: ${why} (${name})`, async () => {
          const sent = iyzico[operation](changed(request.params, params));
          for (const change of answers) {
            const text = await textOf(given, request, change);
            for (const httpStatus of http) {
              const outcome = iyzico.read(sent, httpAnswer(text, httpStatus));
              const what = `${httpStatus} ${text.slice(0, 200)}`;
              equal(outcome.reason ?? outcome.advice ?? outcome.status, expect, what);
              const common = { operation, httpStatus, raw: text };
              if (outcome.status === "success") {
                equal(outcome, { status: "success", ...common, data: changed(request.data, data) }, what);
                continue;
              }
              const known = error ?? (hasError(outcome) ? outcome.error : null);
              const judged = outcome.status === "failure" ? { advice: expect } : { reason: expect, advice: "reconcile" };
              equal(outcome, { status: outcome.status, ...common, ...judged, error: known }, what);
              if (hasError(outcome)) equal(text.includes(JSON.stringify(outcome.error.code).slice(1, -1)), true, what);
            }
          }
        });
      }
    }
  }

  const hasError = ({ status, reason }) => status === "failure" || WITH_ERROR.includes(reason);

  const textOf = async (given, { operation, answer, params }, change) => {
    const sent = changed(params, given.params);
    if (typeof change === "string") return change;
    if (change.fixture) return fixtures[change.fixture];
    if (given.failure) return answerText(changed({ status: "failure" }, change, sent));
    const members = changed(answer, change, sent);
    if (!isSigned(operation) || "signature" in change || given.signs === null) return answerText(members);
    // Absent and null are signed as an empty string.
    const signs = given.signs ?? ["paymentId", "price", "currency", "conversationId"].map((name) => members[name] ?? "").join(":");
    return answerText({ ...members, signature: await hmacSha256(keys.secretKey, signs) });
  };
}
