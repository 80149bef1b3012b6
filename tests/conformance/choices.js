// Fields with a closed set of values: the right spelling passes, and a wrong one is answered with the right one.

import { equal, ok } from "./assert.js";
import { least } from "./samples.js";

export function choices({ test, input }) {
  test("locale is tr or en", () => {
    for (const locale of ["tr", "en"]) ok(input.accepted("refund", { ...least.refund, locale }).includes(`"locale":"${locale}"`), locale);
    for (const locale of ["TR", "En", "de", "tr-TR", "tr "]) input.refused("refund", { ...least.refund, locale }, ["locale locale"]);
    input.refused("refund", { ...least.refund, locale: "" }, ["locale empty"]);
    input.refused("refund", { ...least.refund, locale: null }, ["locale type"]);
  });

  test("every currency iyzico takes", () => {
    for (const currency of ["TRY", "USD", "EUR", "GBP", "CHF", "NOK", "RUB", "IRR"]) {
      for (const operation of ["refund", "refundV2"]) {
        ok(input.accepted(operation, { ...least[operation], currency }).includes(`"currency":"${currency}"`), currency);
      }
    }
  });

  for (const [wrong, right] of [["TL", "TRY"], ["tl", "TRY"], ["try", "TRY"], ["Try", "TRY"], ["usd", "USD"]]) {
    test(`for currency ${wrong} it says ${right}`, () => {
      const [issue] = input.refused("refund", { ...least.refund, currency: wrong }, ["currency currency"]);
      ok(issue.message.includes(`did you mean "${right}"?`), issue.message);
    });
  }

  test("any other currency is refused", () => {
    for (const currency of ["JPY", "TRYY", "TRY ", "₺", "949"]) input.refused("refundV2", { ...least.refundV2, currency }, ["currency currency"]);
    input.refused("refundV2", { ...least.refundV2, currency: 949 }, ["currency type"]);
  });

  test("a reason in either case is sent in upper case", () => {
    for (const reason of ["DOUBLE_PAYMENT", "BUYER_REQUEST", "FRAUD", "OTHER"]) {
      for (const operation of ["refund", "cancel"]) {
        for (const spelled of [reason, reason.toLowerCase()]) {
          equal(JSON.parse(input.accepted(operation, { ...least[operation], reason: spelled })).reason, reason);
        }
      }
    }
  });

  test("any other reason is refused", () => {
    for (const reason of ["RETURN", "DOUBLE PAYMENT", "double-payment", "FRAUD ", "ᏙFRAUD", "doublе_payment"]) {
      input.refused("cancel", { ...least.cancel, reason }, ["reason reason"]);
    }
    input.refused("cancel", { ...least.cancel, reason: 1 }, ["reason type"]);
    input.refused("cancel", { ...least.cancel, reason: "" }, ["reason empty"]);
  });

  test("ip is an IPv4 or IPv6 address", () => {
    for (const ip of ["85.34.78.112", "0.0.0.0", "255.255.255.255", "::", "::1", "2001:db8::7", "::ffff:1.2.3.4"]) {
      equal(JSON.parse(input.accepted("refund", { ...least.refund, ip })).ip, ip);
    }
    for (const ip of ["256.1.1.1", "1.2.3", "1.2.3.4.5", "01.2.3.4", "1.2.3.4 ", "1.2.3.4:80", "[::1]", "::g", "fe80::1%eth0", "localhost", "1,2,3,4"]) {
      input.refused("refund", { ...least.refund, ip }, ["ip ip"]);
    }
    input.refused("refund", { ...least.refund, ip: 16843009 }, ["ip type"]);
  });
}
