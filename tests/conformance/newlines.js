// Newlines inside arguments: no argument can pose as the next one, or as another field.

import { equal, thrownBy } from "./support/assert.js";
import { httpAnswer, landed, least, most, signedAnswer } from "./support/samples.js";

export function newlines({ test, pkg, iyzico }) {
  const codes = (run) => thrownBy(run).issues.map(({ path, code }) => `${path.join(".")} ${code}`);

  test("the name of an operation is one line", () => {
    const smuggled = `refund\n${JSON.stringify(most.refund)}\n`;
    for (const operation of [smuggled, "refund\n", "\nrefund", "refund\r", "\n"]) {
      const { ok, issues } = pkg.validate(operation, {});
      equal([ok, issues.map(({ code }) => code)], [false, ["unknown_operation"]], operation);
      equal(codes(() => pkg.draft(operation, least.refund)), ["operation unknown_operation"], operation);
    }
  });

  test("a request that was tampered with is no request, whatever its texts hold", async () => {
    const request = iyzico.refund(most.refund);
    const success = await signedAnswer(landed.refund);
    equal(iyzico.read(request, httpAnswer(success)).status, "success");
    for (const forged of [
      { operation: `refund\n${request.body}\n200\n${success}`, body: "" },
      { operation: `refund\n${request.body}`, body: "200" },
      { body: `${request.body}\n200\n${success}` },
      { body: `\n${request.body}` },
      { body: undefined, url: `${request.body}\n200\n${success}` },
    ]) {
      const { status, reason } = iyzico.read({ ...request, ...forged }, null);
      equal([status, reason], ["unknown", "request-unreadable"], JSON.stringify(forged));
      for (const read of [iyzico.reconcile({ ...request, ...forged }, null), iyzico.precheck({ ...request, ...forged }, null)]) {
        equal([read.verdict, read.reason], ["ambiguous", "request-unreadable"]);
      }
    }
  });

  test("newlines in an answer stay part of it", async () => {
    const request = iyzico.refund(most.refund);
    const success = await signedAnswer(landed.refund);
    equal(iyzico.read(request, httpAnswer(`\n\n${success}\n`)).status, "success");
    equal(iyzico.read(request, httpAnswer(`200\n${success}`)).reason, "not-json");
    // A status is a number. A string in its place is not read.
    const outcome = iyzico.read(request, httpAnswer(success, "200\n{}"));
    equal([outcome.httpStatus, outcome.reason], [null, "not-text"]);
  });

  test("newlines in times and questions start nothing else", () => {
    const request = iyzico.refund(most.refund);
    const answer = httpAnswer('{"status":"success","payments":[]}');
    for (const time of ["1\n2", "1764099400000\n1764103000000", "\n", "x"]) {
      equal(iyzico.reconcile(request, answer, { sentAt: time, askedAt: time }).reason, "not-found");
      equal(iyzico.reconcile(request, answer, { question: { operation: time, body: time } }).reason, "not-found");
    }
  });

  test("newlines in what authorize signs stay where they were given", () => {
    const signed = iyzico.authorize({ method: "POST", path: "/x", body: "a\nb\n" });
    equal(Object.keys(signed).length, 5);
    equal(codes(() => iyzico.authorize({ method: "POST\n/x", path: "/y" })), ["method method"]);
    equal(codes(() => iyzico.authorize({ method: "POST", path: "/x\n/y" })), ["path path"]);
  });
}
