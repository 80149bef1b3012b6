// Texts as bytes of a body. Which texts are accepted is in values.js.

import { equal } from "./support/assert.js";
import { least, most } from "./support/samples.js";

export function texts({ test, input }) {
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
    }
  });
}
