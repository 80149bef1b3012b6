// Signatures against what iyzico's documents and SDKs publish, and against the runtime's own HMAC.

import { equal, thrownBy } from "./support/assert.js";
import { hmacSha256 } from "./support/webcrypto.js";

export function signing({ test, testing, vectors }) {
  for (const { name, apiKey, secretKey, randomKey, path, body, base64 } of vectors.request_auth) {
    test(`published request signature ${name}, stage by stage`, async () => {
      const stages = testing.iyzwsv2({ apiKey, secretKey, randomKey, path, body });
      equal(stages.text, randomKey + path + body, "the text that is signed");
      equal(stages.signature, await hmacSha256(secretKey, stages.text), "its signature");
      equal(stages.inner, `apiKey:${apiKey}&randomKey:${randomKey}&signature:${stages.signature}`, "the text in the header");
      equal(stages.inner, atob(base64), "the published text");
      equal(stages.authorization, `IYZWSv2 ${base64}`, "the header");
    });
  }

  for (const { name, secretKey, message, signatureHex } of [...vectors.response_signature, ...vectors.webhook_v3]) {
    test(`published answer signature ${name}`, () => equal(testing.sign(secretKey, message), signatureHex));
  }

  test("RFC 4231, test case 2", () => {
    equal(
      testing.sign("Jefe", "what do ya want for nothing?"),
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    );
  });

  test("texts and keys of every length around a hash block", async () => {
    for (const length of [0, 1, 54, 55, 56, 63, 64, 65, 119, 120, 127, 128, 129, 1000]) {
      const text = "ş".repeat(length >> 1) + "x".repeat(length & 1);
      equal(testing.sign("secret", text), await hmacSha256("secret", text), `a text of ${length} bytes`);
      if (length > 0) equal(testing.sign("k".repeat(length), "text"), await hmacSha256("k".repeat(length), "text"), `a key of ${length} bytes`);
    }
  });

  test("a body that is left out is signed as nothing", () => {
    const { body: _, ...withoutBody } = vectors.request_auth.find(({ name }) => name === "java-null-body");
    equal(testing.iyzwsv2(withoutBody).authorization, `IYZWSv2 ${withoutBody.base64}`);
  });

  test("keys are checked here as well", () => {
    thrownBy(() => testing.iyzwsv2({ apiKey: "", secretKey: "", randomKey: "1", path: "/", body: "" }));
    thrownBy(() => testing.sign("two words", "text"));
  });
}
