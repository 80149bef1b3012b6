// Webhooks: an event counts only under its own signature. tests/vectors/webhooks.json has the cases that Rust checks as well.

import { equal, ok, thrownBy } from "./support/assert.js";
import { changed } from "./support/vectors.js";
import { hmacSha256 } from "./support/webcrypto.js";

const HEADER = "X-IYZ-SIGNATURE-V3";

export function webhooks({ test, pkg, testing, vectors, fixtures, environment }) {
  const { secretKey: SECRET, merchantId: MERCHANT_ID, shapes, choosesShape, cases, values, bodies } = vectors.webhooks;
  const iyzico = new pkg.Iyzico({ apiKey: "api", secretKey: SECRET, environment: "sandbox" });
  const merchantIdOf = (shape) => (shape === "subscription" ? MERCHANT_ID : undefined);
  const refused = (webhook, reason, field = null) => equal(iyzico.verifyWebhook(webhook), { ok: false, reason, field }, JSON.stringify(webhook));
  /** A webhook of iyzico's, signed by the runtime's own HMAC. */
  const signed = async (shape, changes = {}) => {
    const payload = { ...JSON.parse(fixtures[shapes[shape].sample]), ...changes };
    const prefix = (merchantIdOf(shape) ?? "") + SECRET;
    const signature = await hmacSha256(SECRET, prefix + shapes[shape].signed.map((name) => payload[name]).join(""));
    return { body: JSON.stringify(payload), signature, merchantId: merchantIdOf(shape) };
  };

  for (const { name, payload, secretKey, signatureHex, message } of vectors.webhook_v3) {
    const merchant = new pkg.Iyzico({ apiKey: "api", secretKey, environment: "sandbox" });
    const body = JSON.stringify(payload);

    test(`${name}: the published signature`, async () => {
      equal(await hmacSha256(secretKey, message), signatureHex);
      equal(testing.signWebhookForTests({ secretKey, body }), signatureHex);
      const found = merchant.verifyWebhook({ headers: { [HEADER]: signatureHex }, body });
      const shape = "token" in payload ? "hosted" : "direct";
      equal([found.ok, found.shape, found.ids], [true, shape, shapes[shape].ids]);
      for (const id of found.ids) equal(found.event[id], String(payload[id]));
      equal([found.event.iyziEventTime, found.event.merchantId], [payload.iyziEventTime, String(payload.merchantId)]);
    });

    test(`${name}: refused when any byte of the signed text or the signature changes`, () => {
      const refusal = { ok: false, reason: "signature-wrong", field: null };
      for (const field of shapes["token" in payload ? "hosted" : "direct"].signed) {
        const value = String(payload[field]);
        for (let at = 0; at < value.length; at++) {
          const changed = value.slice(0, at) + (value[at] === "1" ? "2" : "1") + value.slice(at + 1);
          equal(merchant.verifyWebhook({ signature: signatureHex, body: JSON.stringify({ ...payload, [field]: changed }) }), refusal, `${field} at ${at}`);
        }
        equal(merchant.verifyWebhook({ signature: signatureHex, body: JSON.stringify({ ...payload, [field]: `${value} ` }) }), refusal);
      }
      for (let at = 0; at < signatureHex.length; at++) {
        const changed = signatureHex.slice(0, at) + (signatureHex[at] === "0" ? "1" : "0") + signatureHex.slice(at + 1);
        equal(merchant.verifyWebhook({ signature: changed, body }), refusal, `signature at ${at}`);
      }
      for (const other of [signatureHex.slice(1), `${signatureHex}0`, ` ${signatureHex}`, signatureHex.slice(0, 32), "x", "ş".repeat(32)]) {
        equal(merchant.verifyWebhook({ signature: other, body }), refusal, other);
      }
      equal(iyzico.verifyWebhook({ signature: signatureHex, body }).ok, secretKey === SECRET);
      const stranger = new pkg.Iyzico({ apiKey: "api", secretKey: `${secretKey}x`, environment: "sandbox" });
      equal(stranger.verifyWebhook({ signature: signatureHex, body }), refusal);
    });
  }

  for (const shape of Object.keys(shapes)) {
    test(`${shape}: its event is typed and names its ids`, async () => {
      const { body, ...webhook } = await signed(shape);
      const found = iyzico.verifyWebhook({ ...webhook, body });
      equal(Object.keys(found), ["ok", "shape", "ids", "event"]);
      equal([found.ok, found.shape, found.ids], [true, shape, shapes[shape].ids]);
      const { iyziEventTime, ...texts } = JSON.parse(body);
      equal(found.event, { ...Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, String(value)])), iyziEventTime });
      equal(JSON.parse(JSON.stringify(found)), found);
    });

    test(`${shape}: ids as text or number, beyond what a double holds`, async () => {
      const id = shapes[shape].signed.find((name) => /Id$|Code$/.test(name));
      for (const value of ["9007199254740993", "12345678901234567890123"]) {
        const webhook = await signed(shape, { [id]: value });
        const asNumber = webhook.body.replace(`"${value}"`, value);
        for (const body of [webhook.body, asNumber]) equal(iyzico.verifyWebhook({ ...webhook, body }).event?.[id], value, body);
      }
    });

    test(`${shape}: white space and escapes change nothing`, async () => {
      const { body, ...webhook } = await signed(shape);
      const spaced = JSON.stringify(JSON.parse(body), null, 2).replace("iyziEventType", "iyziEvent\\u0054ype");
      equal(iyzico.verifyWebhook({ ...webhook, body: spaced }).ok, true);
    });

    test(`${shape}: a signed field that is missing is named`, async () => {
      const { body, ...webhook } = await signed(shape);
      for (const name of shapes[shape].signed.filter((field) => !choosesShape.includes(field))) {
        for (const { value, expect } of values) {
          const payload = changed(JSON.parse(body), { [name]: value });
          refused({ ...webhook, body: JSON.stringify(payload) }, expect, expect === "field-missing" ? name : null);
        }
      }
    });

    test(`${shape}: hex in either letter case`, async () => {
      const { signature, ...webhook } = await signed(shape);
      equal(iyzico.verifyWebhook({ ...webhook, signature: signature.toUpperCase() }).ok, true);
    });

    test(`${shape}: signWebhookForTests makes the same signature`, async () => {
      const { signature, body, merchantId } = await signed(shape, shape === "subscription" ? {} : { paymentConversationId: "sipariş-😀" });
      equal(testing.signWebhookForTests({ secretKey: SECRET, body, merchantId }), signature);
      if (merchantId) equal(testing.signWebhookForTests({ secretKey: SECRET, body, merchantId: Number(merchantId) }), signature);
      equal(iyzico.verifyWebhook({ signature, body, merchantId }).ok, true);
    });
  }

  for (const { why, shapes: names, with: changes, expect, field = null, ...given } of cases) {
    for (const shape of names) {
      test(`${shape}: ${why}`, async () => {
        const { body, signature } = await signed(shape);
        const merchantId = "merchantId" in given ? (given.merchantId ?? undefined) : MERCHANT_ID;
        const webhook = { signature, merchantId, body: JSON.stringify(changed(JSON.parse(body), changes)) };
        if (expect === "ok") equal(iyzico.verifyWebhook(webhook).shape, shape);
        else refused(webhook, expect, field);
      });
    }
  }

  test("a name that is given twice is refused", async () => {
    const { body, signature } = await signed("direct");
    for (const twice of ['"status":"SUCCESS"', '"status":"FAILURE"', '"paymentId":1', '"st\\u0061tus":"FAILURE"']) {
      refused({ signature, body: body.replace("{", `{${twice},`) }, "malformed");
      refused({ signature, body: body.replace(/\}$/, `,${twice}}`) }, "malformed");
    }
  });

  test("the header is found in fetch's Headers and in plain objects, in any letter case", async () => {
    const { body, signature } = await signed("direct");
    const found = (headers) => iyzico.verifyWebhook({ headers, body });
    for (const name of [HEADER, HEADER.toLowerCase(), "X-Iyz-Signature-V3"]) {
      equal(found(new Headers({ [name]: signature, "content-type": "application/json" })).ok, true, name);
      equal(found({ host: "example.com", [name]: signature }).ok, true, name);
      equal(found(Object.assign(Object.create(null), { [name]: signature })).ok, true, name);
    }
    for (const headers of [
      new Headers(), {}, null, undefined, { [HEADER]: undefined }, { [HEADER]: "" }, new Headers({ [HEADER]: "" }), { "X-IYZ-SIGNATURE-V2": signature },
      { [`${HEADER} `]: signature }, Object.create({ [HEADER]: signature }),
    ]) {
      equal(found(headers), { ok: false, reason: "signature-missing", field: null });
    }
    equal(iyzico.verifyWebhook({ headers: { [HEADER]: "0".repeat(64) }, signature, body }).ok, true, "signature wins over headers");
  });

  test("a header as Node's list counts if it has one value", async () => {
    const { body, signature } = await signed("direct");
    equal(iyzico.verifyWebhook({ headers: { "x-iyz-signature-v3": [signature] }, body }).ok, true, "one");
    for (const values of [[], [signature, signature], ["0".repeat(64), signature]]) {
      equal(iyzico.verifyWebhook({ headers: { "x-iyz-signature-v3": values }, body }).ok, false, String(values.length));
    }
  });

  test("the merchant's id is a text or a whole number", async () => {
    const { body, signature } = await signed("subscription");
    for (const merchantId of [MERCHANT_ID, Number(MERCHANT_ID)]) equal(iyzico.verifyWebhook({ body, signature, merchantId }).ok, true);
    for (const merchantId of [undefined, null, "", NaN, 1.5, 2 ** 53, {}, [MERCHANT_ID]]) refused({ body, signature, merchantId }, "field-missing", "merchantId");
    refused({ body, signature, merchantId: 3404591 }, "signature-wrong");
  });

  test("values that join to the same text have the same signature, so the ids must be looked up", async () => {
    // Nothing separates the fields.
    const { signature } = await signed("direct", { paymentId: "2815724", paymentConversationId: "8conversationId" });
    const { body, signature: same } = await signed("direct", { paymentId: "28157248", paymentConversationId: "conversationId" });
    equal(signature, same);
    const found = iyzico.verifyWebhook({ signature, body });
    equal([found.ok, found.ids], [true, ["paymentId", "paymentConversationId"]]);
    equal(found.ids.map((id) => found.event[id]), ["28157248", "conversationId"]);
  });

  test("what is no webhook", async () => {
    const { signature } = await signed("direct");
    for (const { texts, expect, field = null } of bodies) for (const body of texts) refused({ signature, body }, expect, field);
    for (const body of [undefined, null, 5, {}, "[".repeat(50_000)]) refused({ signature, body }, "malformed");
    for (const nothing of [undefined, {}]) refused(nothing, "malformed");
  });

  test("it never throws, whatever a server hands over", async () => {
    const { body, signature } = await signed("direct");
    const fail = () => { throw new Error("hostile"); };
    for (const value of [5, 5n, {}, [], true, Symbol("x"), () => signature, "\ud800"]) {
      equal(iyzico.verifyWebhook({ signature: value, body }).ok, false, String(value));
      equal(iyzico.verifyWebhook({ headers: { [HEADER]: value }, body }).ok, false, String(value));
      equal(iyzico.verifyWebhook({ headers: value, body }).ok, false, String(value));
      equal(iyzico.verifyWebhook({ signature, body: value }).ok, false, String(value));
    }
    for (const headers of [{ get: fail }, new Proxy({}, { get: fail }), { get [HEADER]() { return fail(); } }]) {
      equal(iyzico.verifyWebhook({ headers, body }).ok, false, "headers that throw");
    }
    for (const webhook of [null, new Proxy({}, { get: fail })]) equal(iyzico.verifyWebhook(webhook).ok, false, "no webhook");
  });

  test("the SDKs' own samples", () => {
    for (const [shape, name] of [["hosted", "webhook.hpp.php-sdk.json"], ["direct", "webhook.direct.php-sdk.json"]]) {
      const { signatureHex } = vectors.webhook_v3.find(({ payload }) => ("token" in payload) === (shape === "hosted"));
      equal(iyzico.verifyWebhook({ signature: signatureHex, body: fixtures[name] }).shape, shape);
    }
  });

  test("a webhook longer than 256 KiB is not read", async () => {
    const { body, signature } = await signed("direct");
    const padded = (length) => body + " ".repeat(length - body.length);
    equal(iyzico.verifyWebhook({ signature, body: padded(256 * 1024) }).ok, true);
    for (const length of [256 * 1024 + 1, 1024 * 1024]) refused({ signature, body: padded(length) }, "too-large");
  });

  test("signWebhookForTests throws when there is nothing to sign", () => {
    for (const body of ["", "{}", "x", fixtures[shapes.subscription.sample]]) {
      const error = thrownBy(() => testing.signWebhookForTests({ secretKey: SECRET, body }), body);
      ok(error instanceof TypeError && !String(error.stack).includes(SECRET), String(error));
    }
  });

  test("no refusal and no event shows the secret", async () => {
    const webhook = await signed("direct");
    for (const signature of [webhook.signature, "0".repeat(64), null]) {
      const found = iyzico.verifyWebhook({ ...webhook, signature });
      ok(!(JSON.stringify(found) + (environment.inspect ?? String)(found)).includes(SECRET), "the secret is in it");
    }
  });

  test("after free() it throws", () => {
    const freed = new pkg.Iyzico({ apiKey: "a", secretKey: SECRET, environment: "sandbox" });
    freed.free();
    equal(thrownBy(() => freed.verifyWebhook({ body: "{}" })).code, "IYZICO_CONFIG");
  });
}
