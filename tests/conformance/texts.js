// Ids and free text: refused or sent exactly, never altered.

import { equal } from "./assert.js";
import { least, most, OPERATIONS } from "./samples.js";

const IDS = { refund: "paymentTransactionId", refundV2: "paymentId", cancel: "paymentId", refundChargedFromMerchant: "paymentTransactionId" };

const EVERY_PRINTABLE = String.fromCharCode(...Array.from({ length: 94 }, (_, n) => 0x21 + n));

export function texts({ test, input }) {
  for (const operation of OPERATIONS) {
    const id = IDS[operation];

    test(`${operation}: an id is a string; a number may already be rounded`, () => {
      for (const value of [27169345, 9007199254740993, 0, NaN, 27169345n, null, true, {}, ["27169345"], new String("1"), Symbol("1")]) {
        input.refused(operation, { ...least[operation], [id]: value }, [`${id} type`]);
      }
    });

    test(`${operation}: an id is visible ASCII without ":"`, () => {
      for (const value of ["1 2", " 1", "1 ", "1:2", ":", "ş1", "１", "1\u00a0", "😀"]) {
        input.refused(operation, { ...least[operation], [id]: value }, [`${id} id_format`]);
      }
      input.refused(operation, { ...least[operation], [id]: "" }, [`${id} empty`]);
    });

    test(`${operation}: control characters are refused everywhere`, () => {
      for (const control of ["\u0000", "\t", "\n", "\r", "\u001f", "\u007f", "\u0085", "\u009f"]) {
        input.refused(operation, { ...least[operation], [id]: `1${control}` }, [`${id} control_character`]);
        input.refused(operation, { ...least[operation], conversationId: `a${control}b` }, ["conversationId control_character"]);
      }
    });

    test(`${operation}: half a character is refused, wherever it stands`, () => {
      for (const half of ["\ud800", "a\ud83d", "\udc00b", "\udc00\ud800", "\ud83d\ud83d\ude00"]) {
        input.refused(operation, { ...least[operation], conversationId: half }, ["conversationId lone_surrogate"]);
        input.refused(operation, { ...least[operation], [id]: half }, [`${id} lone_surrogate`]);
      }
    });

    test(`${operation}: conversationId is sent exactly`, () => {
      for (const value of ["7", "7 8  9", "gid://shop/Order/55 #1:a", "a\"b\\c/d", "{}", "null", "<&'=>", ":", "!~", "x".repeat(255), EVERY_PRINTABLE]) {
        const body = input.accepted(operation, { ...least[operation], conversationId: value });
        equal(JSON.parse(body).conversationId, value);
      }
      for (const value of [" 7", "7 ", " ", "iade-ığüşöç-İ", "ş", "😀", "\u2028", "\ufeff7", "e\u0301", "7\u00a0", "\u200b", "７", "\ufffd"]) {
        input.refused(operation, { ...least[operation], conversationId: value }, ["conversationId reference_format"]);
      }
      for (const value of ["x".repeat(256), "x".repeat(100_000), "ş".repeat(256), `${" ".repeat(255)}x`]) {
        input.refused(operation, { ...least[operation], conversationId: value }, ["conversationId too_long"]);
      }
      input.refused(operation, { ...least[operation], conversationId: "" }, ["conversationId empty"]);
      input.refused(operation, { ...least[operation], conversationId: 7 }, ["conversationId type"]);
    });
  }

  test("non-ASCII text is sent as UTF-8, not as escapes", () => {
    const body = input.accepted("cancel", { ...least.cancel, reason: "other", description: "ş😀" });
    equal(body, '{"paymentId":"25180188","reason":"OTHER","description":"ş😀"}');
  });

  test("a text has at most 65,536 characters, whatever they take in UTF-16", () => {
    for (const letter of ["x", "ş", "€"]) {
      const description = letter.repeat(65_536);
      equal(JSON.parse(input.accepted("cancel", { ...most.cancel, description })).description, description);
      input.refused("cancel", { ...most.cancel, description: `${description}x` }, ["description too_long"]);
    }
  });

  test("a description is free text about a reason", () => {
    const body = input.accepted("refund", { ...most.refund, description: "Ürün küçük geldi \"S\"" });
    equal(JSON.parse(body).description, "Ürün küçük geldi \"S\"");
    for (const operation of ["refund", "cancel", "refundChargedFromMerchant"]) {
      input.refused(operation, { ...least[operation], description: "Too small" }, ["description reason_required"]);
      input.refused(operation, { ...most[operation], description: "" }, ["description empty"]);
      input.refused(operation, { ...most[operation], description: 5 }, ["description type"]);
      input.refused(operation, { ...most[operation], description: "\ud800" }, ["description lone_surrogate"]);
      for (const control of ["\u0000", "\u0007", "\u000b", "\u001f", "\u007f", "\u0085", "\u009f"]) {
        input.refused(operation, { ...most[operation], description: `a${control}b` }, ["description control_character"]);
      }
    }
  });
}
