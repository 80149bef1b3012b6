// Headers for any other endpoint of iyzico.

import { equal, ok, thrownBy } from "./support/assert.js";
import { codes } from "./support/input.js";
import { keys } from "./support/samples.js";
import { hmacSha256 } from "./support/webcrypto.js";

export function authorize({ test, iyzico }) {
  const signed = async (call, text) => {
    const headers = iyzico.authorize(call);
    const randomKey = headers["x-iyzi-rnd"];
    const signature = await hmacSha256(keys.secretKey, randomKey + text);
    equal(headers.Authorization, `IYZWSv2 ${btoa(`apiKey:${keys.apiKey}&randomKey:${randomKey}&signature:${signature}`)}`);
    ok(Object.isFrozen(headers), "the headers are not frozen");
  };
  const refused = (call) => {
    const error = thrownBy(() => iyzico.authorize(call), JSON.stringify(call));
    equal(error.name, "IyzicoValidationError");
    return codes(error.issues);
  };

  test("a POST signs path and body", () => {
    const body = '{"locale":"tr","binNumber":"535805"}';
    return signed({ method: "POST", path: "/payment/bin/check", body }, `/payment/bin/check${body}`);
  });

  test("a GET signs the path only, and never the query", () => {
    const path = "/v2/reporting/payment/details";
    return signed({ method: "GET", path: `${path}?paymentId=25180188&locale=tr` }, path);
  });

  test("every method of iyzico's", async () => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) await signed({ method, path: "/v2/x", body: "ş" }, "/v2/xş");
    await signed({ method: "DELETE", path: "/v2/x" }, "/v2/x");
  });

  test("any other method, and a GET with a body", () => {
    for (const method of ["get", "HEAD", "", "POST ", undefined, null, 5, {}]) equal(refused({ method, path: "/" }), ["method method"]);
    equal(refused({ method: "GET", path: "/", body: "{}" }), ["method method"]);
  });

  test("what is no path", () => {
    for (const path of ["", "payment", "https://example.com/", "/a b", "/a#b", "/ş", "/a\n", undefined, null, 5]) {
      equal(refused({ method: "POST", path, body: "{}" }), ["path path"]);
    }
  });

  test("a body that is no text is refused, not left out", () => {
    for (const body of [{}, { a: 1 }, 5, null, true, [], new Uint8Array(1)]) {
      equal(refused({ method: "POST", path: "/payment/detail", body }), ["body body"]);
    }
  });

  test("a body with half a character is refused, not altered", () => {
    const [issue] = refused({ method: "POST", path: "/payment/detail", body: '{"a":"\ud800"}' });
    ok(issue.startsWith("body "), issue);
  });

  test("nothing at all", () => equal(refused(undefined), ["method method", "path path"]));
}
