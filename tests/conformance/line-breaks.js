// Line breaks in prose: they survive to the byte, and no text with one can pose as two fields.

import { equal, ok, thrownBy } from "./support/assert.js";
import { codes } from "./support/input.js";
import { least, most } from "./support/samples.js";
import { cup, least as tillLeast } from "./support/till.js";

const PROSE = [
  "Kargo hasarlı\nMüşteri vazgeçti", "a\r\nb", "a\rb", "\n", "\t", "\n\n\n", " \n ", "a\tb", "\\n", "a\\\nb", "\n\"quoted\"\n", "line\u2028separator", "\na\n", "a\n{\"price\":1}", "\ud83d\ude00\n",
];

export function lineBreaks({ test, pkg, iyzico, terminal, input }) {
  for (const operation of ["refund", "cancel", "refundChargedFromMerchant"]) {
    test(`${operation}: a description's line breaks survive exactly`, () => {
      for (const description of PROSE) {
        const body = input.accepted(operation, { ...least[operation], reason: "other", description });
        equal(JSON.parse(body).description, description);
        ok(!/[\u0000-\u001f]/.test(body), "the body is one line");
        equal(pkg.validate(operation, { ...least[operation], reason: "other", description }).value.description, description);
      }
    });
  }

  test("terminal: reasons, descriptions and names of lines keep theirs", () => {
    for (const text of PROSE) {
      const { reason, description } = JSON.parse(input.accepted("terminal.void", { ...tillLeast["terminal.void"], reason: text, description: text }));
      equal([reason, description], [text, text]);
      const { saleItems } = JSON.parse(input.accepted("terminal.refund", { ...tillLeast["terminal.refund"], saleItems: [{ ...cup, name: text }] }));
      equal(saleItems[0].name, text);
    }
  });

  test("a draft with line breaks survives JSON, and is signed as it stands", () => {
    for (const description of PROSE) {
      const made = pkg.draft("refund", { ...most.refund, description });
      for (const copy of [JSON.parse(JSON.stringify(made)), structuredClone(made)]) {
        const { body, fingerprint } = iyzico.sign(copy);
        equal([body, fingerprint], [made.body, made.fingerprint]);
      }
    }
    const made = pkg.draft("terminal.void", { ...tillLeast["terminal.void"], reason: "a\nb" });
    equal(terminal.sign(JSON.parse(JSON.stringify(made))).body, made.body);
  });

  test("another spelling of a line break in a body is an altered draft", () => {
    const made = pkg.draft("refund", { ...most.refund, description: "a\nb\tc" });
    for (const spelled of ["a\\nb\\tc", "a\\u000ab\\tc", "a\\u000Ab\\u0009c", "a\nb\tc"]) {
      const body = made.body.replace(/"description":"[^"]*"/, () => `"description":"${spelled}"`);
      if (body === made.body) continue;
      ok(codes(thrownBy(() => iyzico.sign({ ...made, body })).issues).length > 0, JSON.stringify(spelled));
    }
  });

  test("a line break that moves from one name to the next is another refund", () => {
    const fingerprint = (...names) => pkg.draft("terminal.refund", { ...tillLeast["terminal.refund"], saleItems: names.map((name) => ({ ...cup, name })) }).fingerprint;
    const shifted = [
      fingerprint("a\nb", "c"), fingerprint("a", "b\nc"), fingerprint("a\n", "b\nc"), fingerprint("a", "\nb\nc"), fingerprint("a\nb\n", "c"), fingerprint("a\nb\nc"), fingerprint("a\n\nb", "c"),
      fingerprint("a\rb", "c"), fingerprint("a\tb", "c"), fingerprint("a\\nb", "c"), fingerprint("a\r\nb", "c"), fingerprint("ab", "c"),
    ];
    equal(new Set(shifted).size, shifted.length, "different fingerprints");
  });

  test("a name cannot pose as the fields after it", () => {
    const draft = (line) => pkg.draft("terminal.refund", { ...tillLeast["terminal.refund"], saleItems: [line] }).fingerprint;
    const { name, unitCode, taxGroupCode, itemQuantity, unitPriceAmount, grossPriceAmount, totalPriceAmount } = cup;
    const plain = draft(cup);
    // The same values in the same order, in one name or in separate fields.
    for (const forged of [
      { ...cup, name: `${name}\n\n${unitCode}` }, { ...cup, name: `${name}\n${unitCode}\n${taxGroupCode}` },
      { ...cup, name: [name, "", unitCode, taxGroupCode, itemQuantity, unitPriceAmount, grossPriceAmount, totalPriceAmount].join("\n") },
      { ...cup, relatedSaleItemId: "70001", name: `\n${name}` }, { ...cup, name: `70001\n${name}` }, { ...cup, name: `${name}\n` },
    ]) {
      ok(draft(forged) !== plain, JSON.stringify(forged.name));
    }
    ok(draft({ ...cup, relatedSaleItemId: "70001" }) !== draft({ ...cup, name: `70001\n${name}` }), "an id in the name");
    // Both drafts have the same lines in the same order. Only the end of a value differs.
    const rest = ["", unitCode, taxGroupCode, itemQuantity, ...[unitPriceAmount, grossPriceAmount, totalPriceAmount].map(Number), "", "", "b"].join("\n");
    const named = (...names) => pkg.draft("terminal.refund", { ...tillLeast["terminal.refund"], saleItems: names.map((name) => ({ ...cup, name })) }).fingerprint;
    ok(named("a", `b\n${rest}`) !== named(`a\n${rest}`, "b"), "the lines of one name as the fields of another item");
    // The placeholder for a line break is a character that no value may contain.
    equal(codes(pkg.validate("terminal.refund", { ...tillLeast["terminal.refund"], saleItems: [{ ...cup, name: "a\u0001b" }] }).issues), ["saleItems.0.name control_character"]);
  });

  test("ids and everything that is no prose take none", () => {
    for (const lineBreak of ["\n", "\r", "\t"]) {
      input.refused("refund", { ...least.refund, conversationId: `a${lineBreak}b` }, ["conversationId control_character"]);
      input.refused("refund", { ...least.refund, paymentTransactionId: `1${lineBreak}2` }, ["paymentTransactionId control_character"]);
      input.refused("paymentDetails", { paymentConversationId: `a${lineBreak}b` }, ["paymentConversationId control_character"]);
      input.refused("terminal.void", { ...tillLeast["terminal.void"], transactionReferenceId: `a${lineBreak}b` }, ["transactionReferenceId control_character"]);
      input.refused("terminal.refund", { ...tillLeast["terminal.refund"], saleAppName: `a${lineBreak}b` }, ["saleAppName control_character"]);
    }
  });
}
