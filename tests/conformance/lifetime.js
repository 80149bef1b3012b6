// Many objects at once, and calls after free().

import { equal, ok, thrownBy } from "./support/assert.js";
import { httpAnswer, keys, landed, least, most, signedAnswer } from "./support/samples.js";
import { hmacSha256 } from "./support/webcrypto.js";

export function lifetime({ test, pkg }) {
  const create = (more) => new pkg.Iyzico({ ...keys, environment: "sandbox", ...more });

  test("after free() every method says so, and nothing traps", () => {
    const iyzico = create();
    const request = iyzico.refund(least.refund);
    iyzico.free();
    for (const use of [
      () => iyzico.refund(least.refund),
      () => iyzico.refundV2(least.refundV2),
      () => iyzico.cancel(least.cancel),
      () => iyzico.refundChargedFromMerchant(least.refundChargedFromMerchant),
      () => iyzico.paymentDetails({ paymentId: "1" }),
      () => iyzico.sign(pkg.draft("refund", least.refund)),
      () => iyzico.authorize({ method: "GET", path: "/" }),
      () => iyzico.read(request, httpAnswer("{}")),
      () => iyzico.verifyWebhook({ body: "{}" }),
    ]) {
      const error = thrownBy(use);
      equal([error.name, error.code], ["IyzicoConfigError", "IYZICO_CONFIG"]);
      ok(error.message.includes("free"), error.message);
    }
    equal(create().refund(least.refund).body, request.body, "the next one's body");
  });

  test("after free() reconcile and precheck say so, too", () => {
    const iyzico = create();
    const request = iyzico.refund(least.refund);
    iyzico.free();
    for (const use of [() => iyzico.reconcile(request, httpAnswer("{}")), () => iyzico.precheck(request, httpAnswer("{}")), () => iyzico.reconcile()]) {
      equal(thrownBy(use).code, "IYZICO_CONFIG");
    }
  });

  test("free() twice is free() once", () => {
    const iyzico = create();
    iyzico.free();
    iyzico.free();
  });

  test("Symbol.dispose frees", () => {
    if (!Symbol.dispose) return equal(typeof create()[Symbol.for("Symbol.dispose")], "function");
    const iyzico = create();
    iyzico[Symbol.dispose]();
    equal(thrownBy(() => iyzico.refund(least.refund)).name, "IyzicoConfigError");
  });

  test("many merchants at once do not mix their keys", async () => {
    const merchants = Array.from({ length: 200 }, (_, n) => ({ apiKey: `api-${n}`, secretKey: `secret-${n}` }));
    const clients = merchants.map((merchant) => create(merchant));
    for (let n = 0; n < clients.length; n += 3) clients[n].free();
    for (let n = 1; n < clients.length; n += 17) {
      if (n % 3 === 0) continue;
      const { headers, body } = clients[n].refund(least.refund);
      const randomKey = headers["x-iyzi-rnd"];
      const signature = await hmacSha256(merchants[n].secretKey, `${randomKey}/payment/refund${body}`);
      equal(atob(headers.Authorization.slice(8)), `apiKey:${merchants[n].apiKey}&randomKey:${randomKey}&signature:${signature}`);
    }
  });

  test("one merchant does not take another's answer", async () => {
    const [mine, other] = [create(), create({ secretKey: "another-secret" })];
    const text = await signedAnswer(landed.refund);
    equal(mine.read(mine.refund(most.refund), httpAnswer(text)).status, "success");
    equal(other.read(mine.refund(most.refund), httpAnswer(text)).reason, "signature-wrong");
  });

  test("a refusal leaves the object as it was", () => {
    const iyzico = create();
    for (let n = 0; n < 200; n++) {
      thrownBy(() => iyzico.refund({ price: "x".repeat(n * 10) }));
      thrownBy(() => iyzico.sign({ body: "[".repeat(n) }));
      iyzico.read({}, httpAnswer("{".repeat(n), n));
    }
    equal(iyzico.refund(least.refund).body, '{"paymentTransactionId":"27169345","price":5.00}');
  });

  test("the classes of errors have stable names and codes", () => {
    const issues = [{ path: ["price"], code: "missing", message: "is required" }];
    for (const [Class, name, code] of [
      [pkg.IyzicoValidationError, "IyzicoValidationError", "IYZICO_VALIDATION"],
      [pkg.IyzicoConfigError, "IyzicoConfigError", "IYZICO_CONFIG"],
    ]) {
      const error = new Class(issues);
      equal([error.name, error.code, error.issues, error.message], [name, code, issues, "price is required"]);
    }
  });
}
