// What is said to people: a sentence for every code, in English or Turkish.

import { equal, ok, thrownBy } from "./assert.js";
import { least } from "./samples.js";

/** Params that provoke each code, alone. */
const PROVOKED = {
  missing: { price: undefined },
  unknown_field: { prices: "1" },
  type: { paymentTransactionId: 5 },
  empty: { conversationId: "" },
  control_character: { conversationId: "\n" },
  lone_surrogate: { conversationId: "\ud800" },
  id_format: { paymentTransactionId: "1:2" },
  amount_format: { price: "5,00" },
  amount_zero: { price: "0" },
  amount_scale: { price: "0.000000001" },
  amount_range: { price: "1".repeat(30) },
  amount_imprecise: { price: 0.1 + 0.2 },
  more_than_up_to: { upTo: "1" },
  currency: { currency: "TL" },
  ip: { ip: "x" },
  reason: { reason: "x" },
  reason_required: { description: "x" },
};

export function messages({ test, pkg }) {
  for (const [code, changes] of Object.entries(PROVOKED)) {
    test(`${code} in English and Turkish`, () => {
      const [unset, en, tr] = [undefined, "en", "tr"].map((locale) => {
        const { issues } = pkg.validate("refund", { ...least.refund, ...changes, locale });
        equal(issues.map((issue) => issue.code), [code]);
        equal(Object.keys(issues[0]).sort(), ["code", "message", "path"]);
        ok(Array.isArray(issues[0].path), "path is no list");
        return issues[0].message;
      });
      equal(unset, en, "the message without a locale");
      ok(tr !== en && tr.length > 5, `no Turkish of its own: ${tr}`);
      ok(!/[{}]/.test(en + tr), `a place was left unfilled: ${en} / ${tr}`);
    });
  }

  test("the hint for an unknown field is Turkish too", () => {
    const [issue] = pkg.validate("refund", { ...least.refund, prices: "1", locale: "tr" }).issues;
    ok(issue.message.includes('"price" mi demek istediniz'), issue.message);
  });

  test("the error's own text names each field and what is wrong with it", () => {
    const error = thrownBy(() => pkg.draft("refund", { paymentTransactionId: "1:2", price: "5,00" }));
    ok(error instanceof Error && error instanceof pkg.IyzicoValidationError, "it is no IyzicoValidationError");
    for (const { path, message } of error.issues) {
      ok(error.message.includes(path[0]) && error.message.includes(message), error.message);
    }
  });
}
