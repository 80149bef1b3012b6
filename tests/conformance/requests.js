// A request is plain data that fetch takes as it is, and its signature is over exactly what it sends.

import { equal, ok } from "./support/assert.js";
import { bodies, keys, most, OPERATIONS, PATHS } from "./support/samples.js";
import { hmacSha256 } from "./support/webcrypto.js";

export function requests({ test, pkg, iyzico }) {
  for (const operation of OPERATIONS) {
    test(`${operation}: every member, in order`, () => {
      const request = iyzico[operation](most[operation]);
      equal(Object.keys(request), ["operation", "url", "method", "headers", "body", "redirect", "fingerprint"]);
      const { headers, fingerprint, ...rest } = request;
      equal(rest, {
        operation,
        url: `https://sandbox-api.iyzipay.com${PATHS[operation]}`,
        method: "POST",
        body: bodies[operation],
        redirect: "manual",
      });
      equal(Object.keys(headers), ["Authorization", "x-iyzi-rnd", "Content-Type", "Accept", "x-iyzi-client-version"]);
      equal([headers["Content-Type"], headers.Accept], ["application/json", "application/json"]);
      ok(/^iyzico-reversals-\d+\.\d+\.\d+/.test(headers["x-iyzi-client-version"]), headers["x-iyzi-client-version"]);
    });

    test(`${operation}: frozen through and through`, () => {
      const request = iyzico[operation](most[operation]);
      ok(Object.isFrozen(request) && Object.isFrozen(request.headers), "it is not frozen");
      equal(Object.getPrototypeOf(request), Object.prototype, "its prototype");
    });

    test(`${operation}: the signature is over random key, path and the very body`, async () => {
      await signedBy(keys, iyzico[operation](most[operation]), PATHS[operation]);
      await signedBy(keys, iyzico.sign(pkg.draft(operation, most[operation])), PATHS[operation]);
    });

    test(`${operation}: it survives JSON and structuredClone`, () => {
      const request = iyzico[operation](most[operation]);
      equal(JSON.parse(JSON.stringify(request)), request);
      equal(structuredClone(request), request);
    });
  }

  test("fetch takes it as it is", async () => {
    const request = iyzico.refund({ ...most.refund, description: "küçük-ş-😀\nsatır 2" });
    const taken = new Request(request.url, request);
    equal([taken.url, taken.method, taken.redirect], [request.url, "POST", "manual"]);
    for (const [name, value] of Object.entries(request.headers)) equal(taken.headers.get(name), value, name);
    equal(await taken.text(), request.body);
  });

  test("non-ASCII bodies are signed as the UTF-8 that is sent", async () => {
    await signedBy(keys, iyzico.refund({ ...most.refund, description: "ığüşöç-İ-😀 küçük" }), PATHS.refund);
  });

  test("a path prefix and host are never signed", async () => {
    const behindProxy = new pkg.Iyzico({ ...keys, baseUrl: "https://proxy.example/iyzico" });
    const request = behindProxy.refundV2(most.refundV2);
    equal(request.url, "https://proxy.example/iyzico/v2/payment/refund");
    await signedBy(keys, request, PATHS.refundV2);
  });

  test("each request has a random key of its own, at least 128 bits", () => {
    const seen = new Set();
    for (let n = 0; n < 500; n++) {
      const key = iyzico.cancel(most.cancel).headers["x-iyzi-rnd"];
      ok(/^[0-9a-f]{32,}$/.test(key), key);
      seen.add(key);
    }
    equal(seen.size, 500, "different keys");
  });

  test("each bit of the random key varies", () => {
    let everSet = 0n;
    let everClear = 0n;
    const all = (1n << 128n) - 1n;
    for (let n = 0; n < 64; n++) {
      const bits = BigInt(`0x${iyzico.cancel(most.cancel).headers["x-iyzi-rnd"].slice(0, 32)}`);
      everSet |= bits;
      everClear |= all ^ bits;
    }
    ok(everSet === all && everClear === all, "a bit never changed in 64 keys");
  });
}

async function signedBy({ apiKey, secretKey }, { headers, body }, path) {
  const randomKey = headers["x-iyzi-rnd"];
  const signature = await hmacSha256(secretKey, randomKey + path + body);
  equal(headers.Authorization, `IYZWSv2 ${btoa(`apiKey:${apiKey}&randomKey:${randomKey}&signature:${signature}`)}`);
}
