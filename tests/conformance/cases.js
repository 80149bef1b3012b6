// Cases that once went wrong, by tests/vectors/cases.json, which the Rust tests read as well.

import { equal, ok } from "./support/assert.js";
import { httpAnswer } from "./support/samples.js";

export function cases({ test, pkg, iyzico, terminal, vectors }) {
  const { readback, refundable, read, inputs } = vectors.cases;
  const answerOf = ({ answer, http }) => httpAnswer(typeof answer === "string" ? answer : JSON.stringify(answer), http);
  /** A draft and a request, each fresh and from a store. */
  const sentAs = (caller, operation, params) => {
    const draft = pkg.draft(operation, params);
    return [draft, caller.sign(draft)].flatMap((sent) => [sent, JSON.parse(JSON.stringify(sent))]);
  };
  const callerOf = (operation) => (operation.startsWith("terminal.") ? terminal : iyzico);

  for (const { id, why, right, operation, params, sentAt, askedAt, ...given } of readback) {
    test(`${id}: ${why}`, () => {
      for (const sent of sentAs(iyzico, operation, params)) {
        const { verdict, reason } = iyzico.reconcile(sent, answerOf(given), { sentAt, askedAt });
        ok(right.split(" or ").includes(verdict), `${verdict}, ${reason} instead of ${right}`);
      }
    });
  }

  for (const { id, why, right, answer } of refundable) {
    test(`${id}: ${why}`, () => {
      const request = iyzico.paymentDetails({ paymentId: answer.payments[0].paymentId });
      const { data } = iyzico.read(request, httpAnswer(JSON.stringify(answer)));
      const { issues, found } = attempt(() => pkg.refundable(data)[0]);
      // "an issue, or doubtful 10 and refundable 0"
      if (typeof right === "string") ok(issues?.length > 0 || (found.doubtful === "10" && found.refundable === "0"), JSON.stringify(found));
      else for (const [name, value] of Object.entries(right)) equal(found[name], value, name);
    });
  }

  for (const { id, why, right, advice, operation, params, ...given } of read) {
    test(`${id}: ${why}`, () => {
      for (const sent of sentAs(callerOf(operation), operation, params)) {
        const outcome = callerOf(operation).read(sent, answerOf(given));
        equal(outcome.status, right, JSON.stringify(outcome));
        if (advice) equal(outcome.advice, advice);
      }
    });
  }

  for (const { id, why, right, operation, params } of inputs) {
    test(`${id}: ${why}`, () => {
      equal(pkg.validate(operation, params).ok ? "ok" : "refused", right);
      equal("found" in attempt(() => pkg.draft(operation, params)) ? "ok" : "refused", right);
    });
  }

  test("all of them are here", () => equal([readback, refundable, read, inputs].map(({ length }) => length), [14, 4, 12, 4]));
}

function attempt(call) {
  try {
    return { found: call() };
  } catch (error) {
    return { issues: error.issues };
  }
}
