// Ids and free text: refused or sent exactly, never altered.

import { equal } from "./assert.js";
import { least, most, OPERATIONS } from "./samples.js";

const IDS = { refund: "paymentTransactionId", refundV2: "paymentId", cancel: "paymentId", refundChargedFromMerchant: "paymentTransactionId" };

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
      for (const value of ["7", " 7 ", "iade-ığüşöç-İ", "😀", "a\"b\\c/d", "{}", "null", "<&'=>", "\u2028\u2029", "\ufeff", "e\u0301", ":"]) {
        const body = input.accepted(operation, { ...least[operation], conversationId: value });
        equal(JSON.parse(body).conversationId, value);
      }
      input.refused(operation, { ...least[operation], conversationId: "" }, ["conversationId empty"]);
      input.refused(operation, { ...least[operation], conversationId: 7 }, ["conversationId type"]);
    });
  }

  test("non-ASCII text is sent as UTF-8, not as escapes", () => {
    equal(input.accepted("cancel", { ...least.cancel, conversationId: "ş😀" }), '{"conversationId":"ş😀","paymentId":"25180188"}');
  });

  test("a description is free text about a reason", () => {
    const body = input.accepted("refund", { ...most.refund, description: "Ürün küçük geldi \"S\"" });
    equal(JSON.parse(body).description, "Ürün küçük geldi \"S\"");
    for (const operation of ["refund", "cancel", "refundChargedFromMerchant"]) {
      input.refused(operation, { ...least[operation], description: "Too small" }, ["description reason_required"]);
      input.refused(operation, { ...most[operation], description: "" }, ["description empty"]);
      input.refused(operation, { ...most[operation], description: 5 }, ["description type"]);
      input.refused(operation, { ...most[operation], description: "\ud800" }, ["description lone_surrogate"]);
    }
  });
}
