// No object carries the secret key into a log, an error tracker or a queue.

import { equal, ok, thrownBy } from "./support/assert.js";
import { httpAnswer, keys, landed, most, signedAnswer } from "./support/samples.js";

export function secrets({ test, pkg, iyzico, environment }) {
  const clean = (text, where) => ok(!String(text).includes(keys.secretKey), `the secret is in ${where}`);

  test("not in an Iyzico, however it is shown", () => {
    equal(Reflect.ownKeys(iyzico), []);
    equal(JSON.stringify(iyzico), "{}");
    clean(String(iyzico), "String()");
    clean(`${Object.prototype.toString.call(iyzico)}`, "toString");
    let shown = "";
    for (const name in iyzico) shown += name + String(iyzico[name]);
    clean(shown, "for … in");
    for (let prototype = iyzico; prototype; prototype = Object.getPrototypeOf(prototype)) {
      for (const name of Reflect.ownKeys(prototype)) {
        if (name !== "__proto__") clean(String(Reflect.getOwnPropertyDescriptor(prototype, name).value), String(name));
      }
    }
    try {
      clean(JSON.stringify(structuredClone(iyzico)), "structuredClone");
    } catch {
      // Not cloneable is fine too.
    }
  });

  test("not in what this runtime's console shows", () => {
    const inspect = environment.inspect ?? String;
    for (const shown of [iyzico, { nested: [iyzico] }, iyzico.refund(most.refund), pkg.draft("refund", most.refund)]) {
      clean(inspect(shown), "inspect");
    }
  });

  test("not in a request, plain or decoded", () => {
    const request = iyzico.refund(most.refund);
    clean(JSON.stringify(request), "the request");
    clean(atob(request.headers.Authorization.slice("IYZWSv2 ".length)), "the Authorization header");
    clean(JSON.stringify(iyzico.authorize({ method: "POST", path: "/x", body: "{}" })), "the headers");
  });

  test("not in an outcome", async () => {
    const request = iyzico.refund(most.refund);
    for (const text of [await signedAnswer(landed.refund), '{"status":"failure","errorCode":"1000"}', "<html>", null]) {
      clean(JSON.stringify(iyzico.read(request, text && httpAnswer(text))), "the outcome");
    }
  });

  test("not in an error about the settings, its stack and its issues", () => {
    const secretKey = `${keys.secretKey} with a space`;
    for (const settings of [
      { ...keys, secretKey, environment: "sandbox" },
      { ...keys, environment: "nowhere" },
      { ...keys, baseUrl: "http://example.com" },
      { ...keys, apiKey: "", environment: "sandbox" },
      { ...keys, environment: "sandbox", [keys.secretKey.slice(0, 4)]: 1 },
    ]) {
      const error = thrownBy(() => new pkg.Iyzico(settings));
      for (const text of [error.message, error.stack, String(error), JSON.stringify(error), JSON.stringify(error.issues)]) clean(text, "the error");
      clean((environment.inspect ?? String)(error), "the inspected error");
    }
  });

  test("not in an error about params or drafts", () => {
    for (const call of [() => iyzico.refund({ price: keys.secretKey }), () => iyzico.sign({}), () => iyzico.authorize({})]) {
      const error = thrownBy(call);
      for (const text of [error.message, error.stack, JSON.stringify(error.issues)]) clean(text, "the error");
    }
  });

  test("a refused value is not repeated in the message", () => {
    const { issues } = pkg.validate("refund", { paymentTransactionId: "4242:4242", price: "four thousand", conversationId: "bell\u0007" });
    for (const { message } of issues) ok(!/4242:4242|four thousand|bell/.test(message), message);
  });
}
