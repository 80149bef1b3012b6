// Settings: valid keys, and exactly one address to send to.

import { equal, ok, thrownBy } from "./support/assert.js";
import { codes } from "./support/input.js";
import { keys, least } from "./support/samples.js";

export function config({ test, pkg }) {
  const urlOf = (place) => new pkg.Iyzico({ ...keys, ...place }).refund(least.refund).url;
  const refused = (settings) => {
    const error = thrownBy(() => new pkg.Iyzico(settings), JSON.stringify(settings));
    ok(error instanceof Error && error instanceof pkg.IyzicoConfigError, `not an IyzicoConfigError: ${error}`);
    equal([error.name, error.code], ["IyzicoConfigError", "IYZICO_CONFIG"]);
    ok(error.issues.every(({ message }) => message.length > 5), "an issue says nothing");
    return codes(error.issues);
  };

  test("sandbox and live", () => {
    equal(urlOf({ environment: "sandbox" }), "https://sandbox-api.iyzipay.com/payment/refund");
    equal(urlOf({ environment: "live" }), "https://api.iyzipay.com/payment/refund");
  });

  test("there is no default environment", () => equal(refused(keys), ["environment missing"]));

  test("an environment that is missing or wrong is told which there are", () => {
    for (const environment of [undefined, "production"]) {
      const { message } = thrownBy(() => new pkg.Iyzico({ ...keys, environment }));
      ok(message.includes("sandbox") && message.includes("live"), message);
    }
  });

  test("environment or baseUrl, not both", () => {
    equal(refused({ ...keys, environment: "sandbox", baseUrl: "https://example.com" }), ["baseUrl not_with"]);
  });

  test("no other environment", () => {
    for (const environment of ["production", "Sandbox", "test"]) equal(refused({ ...keys, environment }), ["environment environment"]);
    for (const environment of [1, {}, true, null]) equal(refused({ ...keys, environment }), ["environment type"]);
    equal(refused({ ...keys, environment: "" }), ["environment empty"]);
  });

  for (const [baseUrl, url] of [
    ["https://example.com", "https://example.com/payment/refund"],
    ["https://example.com/", "https://example.com/payment/refund"],
    ["https://example.com:8443/iyzico", "https://example.com:8443/iyzico/payment/refund"],
    ["https://example.com/a/b/", "https://example.com/a/b/payment/refund"],
    ["http://localhost:8787", "http://localhost:8787/payment/refund"],
    ["http://127.0.0.1:1", "http://127.0.0.1:1/payment/refund"],
    ["http://[::1]:80", "http://[::1]:80/payment/refund"],
  ]) {
    test(`baseUrl ${baseUrl}`, () => equal(urlOf({ baseUrl }), url));
  }

  for (const baseUrl of [
    "example.com", "//example.com", "ftp://example.com", "javascript:alert(1)", "https://", "https:///x",
    "http://example.com", "http://127.1", "http://128.0.0.1", "http://localhost.example.com", "http://localhost@example.com",
    "https://user@example.com", "https://user:password@example.com", "https://example.com?x=1", "https://example.com/?x",
    "https://example.com#x", "https://example.com/a/../b", "https://example.com//b", "https://example.com\\@evil.example",
    "https://exa mple.com", " https://example.com", "https://example.com\n", "https://example.com:99999", "https://example.com:+80",
  ]) {
    test(`baseUrl ${JSON.stringify(baseUrl)} is refused`, () => equal(refused({ ...keys, baseUrl }), ["baseUrl base_url"]));
  }

  test("a baseUrl that is no text is refused", () => {
    for (const baseUrl of [5, {}, ["https://example.com"], true]) equal(refused({ ...keys, baseUrl }), ["baseUrl type"]);
    equal(refused({ ...keys, baseUrl: "" }), ["baseUrl empty"]);
  });

  for (const name of ["apiKey", "secretKey"]) {
    test(`${name} is needed`, () => {
      const { [name]: _, ...rest } = keys;
      equal(refused({ ...rest, environment: "sandbox" }), [`${name} missing`]);
      equal(refused({ ...keys, [name]: undefined, environment: "sandbox" }), [`${name} missing`]);
      equal(refused({ ...keys, [name]: "", environment: "sandbox" }), [`${name} empty`]);
    });

    test(`${name} is text`, () => {
      for (const value of [5, {}, [keys[name]], true, null, Symbol("x"), new String(keys[name])]) {
        equal(refused({ ...keys, [name]: value, environment: "sandbox" }), [`${name} type`]);
      }
    });

    test(`${name} has only characters that can be sent`, () => {
      for (const value of ["a b", " a", "a\n", "a\r\nX-Evil: 1", "ş", "\u0000", "a\u00a0"]) {
        equal(refused({ ...keys, [name]: value, environment: "sandbox" }), [`${name} key_characters`]);
      }
      equal(refused({ ...keys, [name]: "\ud800", environment: "sandbox" }), [`${name} lone_surrogate`]);
    });
  }

  test("all issues at once", () => {
    equal(refused({ apiKey: "", secretKey: "a b", enviroment: "sandbox" }).sort(), [
      "apiKey empty",
      "enviroment unknown_field",
      "environment missing",
      "secretKey key_characters",
    ]);
  });

  test("an unknown setting is refused", () => {
    equal(refused({ ...keys, environment: "sandbox", timeout: 5 }), ["timeout unknown_field"]);
  });

  test("no settings at all", () => {
    for (const settings of [undefined, null, {}, 5, "x", []]) ok(refused(settings).length > 0, "it was set up");
  });

  test("inherited settings are no settings", () => {
    ok(refused(Object.create({ ...keys, environment: "sandbox" })).length > 0, "it was set up");
  });
}
