// Checks a refund against what the sale has left: no line takes more, and an invalid context is refused.

import { equal, ok } from "./support/assert.js";
import { least as merchantLeast, OPERATIONS } from "./support/samples.js";
import { cup, data, least, most, TILL_OPERATIONS } from "./support/till.js";

const REFUND = "terminal.refund";
const SALE = data["terminal.refundableSaleInfo"];

const coffee = { ...cup, relatedSaleItemId: "70001", name: "Türk kahvesi 250 g" };

export function terminalSale({ test, pkg, input }) {
  const refund = (saleItems, changes) => ({ ...least[REFUND], ...changes, saleItems });
  const held = (saleItems, changes, sale = SALE) => [REFUND, refund(saleItems, changes), { sale }];
  const accepted = (...given) => {
    const [operation, params, context] = held(...given);
    equal(input.accepted(operation, params, context), pkg.draft(operation, params).body, "the body does not depend on the sale");
  };
  const refused = (saleItems, expected, changes, sale) => {
    const [operation, params, context] = held(saleItems, changes, sale);
    input.accepted(operation, params);
    return input.refused(operation, params, expected, context);
  };
  const saleWith = (...saleItems) => ({ ...SALE, saleItems });

  test("what is left may go back, to the last piece and kuruş", () => {
    accepted([{ ...coffee, itemQuantity: 3, totalPriceAmount: "123.45" }, { ...cup, itemQuantity: 2, totalPriceAmount: "120" }, { ...cup, name: "Hediye paketi", totalPriceAmount: "7.500" }]);
    accepted(most[REFUND].saleItems, { relatedSaleId: SALE.saleUid });
  });

  test("more pieces than are left", () => {
    const [issue] = refused([{ ...cup, itemQuantity: 3, totalPriceAmount: "1" }], ["saleItems.0.itemQuantity more_than_returnable_quantity"]);
    ok(issue.message.includes("2"), issue.message);
    refused([cup], ["saleItems.0.itemQuantity more_than_returnable_quantity"], {}, saleWith({ ...SALE.saleItems[1], returnableQuantity: 0 }));
  });

  test("more money than is left of the line, by the least unit", () => {
    const [issue] = refused([{ ...coffee, totalPriceAmount: "123.45000001" }], ["saleItems.0.totalPriceAmount more_than_returnable_amount"]);
    ok(issue.message.includes("123.45,") || issue.message.includes("123.45 "), issue.message);
    refused([{ ...cup, name: "Hediye paketi", totalPriceAmount: 7.51 }], ["saleItems.0.totalPriceAmount more_than_returnable_amount"]);
  });

  test("returnAmount, where it stands, is what goes back", () => {
    accepted([{ ...coffee, totalPriceAmount: "500", returnAmount: "123.45" }]);
    refused([{ ...coffee, totalPriceAmount: "1", returnAmount: "123.46" }], ["saleItems.0.returnAmount more_than_returnable_amount"]);
  });

  test("more than is left of the sale, though no line is", () => {
    const sale = { ...SALE, totalReturnableAmount: "100" };
    accepted([{ ...coffee, totalPriceAmount: "60" }, { ...cup, totalPriceAmount: "40" }], {}, sale);
    const [issue] = refused([{ ...coffee, totalPriceAmount: "60" }, { ...cup, totalPriceAmount: "40.01" }], ["saleItems more_than_total_returnable_amount"], {}, sale);
    equal(issue.path, ["saleItems"]);
    ok(issue.message.includes("100"), issue.message);
  });

  test("0.1 and 0.2 are 0.3 and no more", () => {
    const sale = { ...saleWith({ id: "1", name: "Fincan", returnableQuantity: 3, returnableAmount: "0.3" }), totalReturnableAmount: "0.3" };
    accepted([{ ...cup, totalPriceAmount: 0.1 }, { ...cup, totalPriceAmount: 0.2 }], {}, sale);
    refused([{ ...cup, totalPriceAmount: 0.1 }, { ...cup, totalPriceAmount: "0.20000001" }], [
      "saleItems.1.totalPriceAmount more_than_returnable_amount",
      "saleItems more_than_total_returnable_amount",
    ], {}, sale);
  });

  test("lines that mean one line of the sale are counted together", () => {
    accepted([cup, cup]);
    refused([cup, { ...cup, itemQuantity: 2 }], ["saleItems.1.itemQuantity more_than_returnable_quantity"]);
    refused([cup, { ...cup, relatedSaleItemId: "70002", totalPriceAmount: "60.01" }], ["saleItems.1.totalPriceAmount more_than_returnable_amount"]);
    refused([cup, coffee, cup, cup], ["saleItems.3.itemQuantity more_than_returnable_quantity", "saleItems.3.totalPriceAmount more_than_returnable_amount"]);
  });

  test("amounts beyond what can be added are more than any sale has", () => {
    const huge = "99999999999999999999.99999999";
    const found = pkg.validate(REFUND, refund([{ ...cup, totalPriceAmount: huge }, { ...cup, totalPriceAmount: huge }]), { sale: SALE });
    equal(found.issues.map(({ code }) => code).at(-1), "more_than_total_returnable_amount");
  });

  test("a line of the sale is meant by its id, without one by its name", () => {
    accepted([{ ...cup, relatedSaleItemId: "70002", name: "a name of its own" }]);
    for (const relatedSaleItemId of ["70009", "7000", "070001", "Fincan"]) refused([{ ...cup, relatedSaleItemId }], ["saleItems.0.relatedSaleItemId unknown_sale_item"]);
    for (const name of ["fincan", "Fincan ", "70001"]) refused([{ ...cup, name }], ["saleItems.0.name unknown_sale_item"]);
  });

  test("a name, or an id, that two lines have means neither", () => {
    const sale = saleWith(SALE.saleItems[1], { ...SALE.saleItems[1], id: "70009" });
    refused([cup], ["saleItems.0.name unknown_sale_item"], {}, sale);
    accepted([{ ...cup, relatedSaleItemId: "70009" }, { ...cup, relatedSaleItemId: "70002" }], {}, sale);
    refused([{ ...cup, relatedSaleItemId: "70002" }], ["saleItems.0.relatedSaleItemId unknown_sale_item"], {}, saleWith(SALE.saleItems[1], SALE.saleItems[1]));
  });

  test("another sale", () => {
    accepted([cup], { relatedSaleId: SALE.saleUid });
    const [issue] = refused([cup], ["relatedSaleId other_sale"], { relatedSaleId: "f47ac10b-58cc-4372-a567-0e02b2c3d479" });
    ok(issue.message.includes(SALE.saleUid), issue.message);
    const { saleUid: _, ...unnamed } = SALE;
    accepted([cup], { relatedSaleId: "any" }, unnamed);
  });

  test("a line of the sale that does not say what is left has nothing left", () => {
    const { returnableQuantity: _, returnableAmount: __, ...silent } = SALE.saleItems[1];
    refused([cup], ["saleItems.0.itemQuantity more_than_returnable_quantity", "saleItems.0.totalPriceAmount more_than_returnable_amount"], {}, saleWith(silent));
  });

  test("all issues at once, in the order of the lines", () => {
    refused([{ ...coffee, itemQuantity: 9, totalPriceAmount: "500" }, { ...cup, name: "?" }, { ...cup, totalPriceAmount: "121" }], [
      "relatedSaleId other_sale",
      "saleItems.0.itemQuantity more_than_returnable_quantity",
      "saleItems.0.totalPriceAmount more_than_returnable_amount",
      "saleItems.1.name unknown_sale_item",
      "saleItems.2.totalPriceAmount more_than_returnable_amount",
      "saleItems more_than_total_returnable_amount",
    ], { relatedSaleId: "another" });
  });

  test("params that are wrong in themselves are told so first", () => {
    input.refused(REFUND, refund([{ ...cup, itemQuantity: 0 }]), ["saleItems.0.itemQuantity count"], { sale: SALE });
  });

  test("a context without a sale, or with none that can be one, is refused", () => {
    const params = refund([cup]);
    for (const sale of [
      undefined, null, "sale", 5, [], [SALE], {}, { status: "success", data: SALE }, { ...SALE, totalReturnableAmount: undefined },
      { ...SALE, totalReturnableAmount: "-5" }, { ...SALE, saleItems: "none" }, { ...SALE, saleItems: [5] },
      saleWith({ ...SALE.saleItems[1], returnableAmount: "lots" }), saleWith({ ...SALE.saleItems[1], returnableQuantity: 1.5 }),
    ]) {
      const [issue] = input.refused(REFUND, params, ["sale type"], { sale });
      ok(issue.message.includes("refundableSaleInfo"), issue.message);
    }
    input.refused(REFUND, params, ["sale type"], {});
    const hostile = { get sale() { throw new Error("hostile"); } };
    for (const context of [null, 5, "sale", [], true, hostile]) input.refused(REFUND, params, ["not_an_object"], context);
  });

  test("a sale with no lines has nothing to refund", () => {
    refused([cup], ["saleItems.0.name unknown_sale_item"], {}, { totalReturnableAmount: "100" });
  });

  test("an unknown member of the context is refused", () => {
    input.refused(REFUND, refund([cup]), ["sales unknown_field"], { sale: SALE, sales: SALE });
    input.refused(REFUND, refund([cup]), ["data unknown_field"], { data: SALE });
  });

  test("no other operation has a context", () => {
    for (const operation of OPERATIONS) input.refused(operation, merchantLeast[operation], ["sale unknown_field"], { sale: SALE });
    for (const operation of TILL_OPERATIONS.filter((name) => name !== REFUND)) {
      input.refused(operation, least[operation], ["sale unknown_field"], { sale: SALE });
    }
    input.refused("paymentDetails", { paymentId: "1" }, ["sale unknown_field"], { sale: SALE });
  });

  test("a sale that went through JSON is the same sale", () => {
    const sale = JSON.parse(JSON.stringify(SALE));
    accepted([cup], {}, sale);
    refused([{ ...cup, itemQuantity: 3 }], ["saleItems.0.itemQuantity more_than_returnable_quantity"], {}, sale);
  });

  test("what is said is Turkish where the params are", () => {
    const say = (locale, item, changes) => pkg.validate(REFUND, refund([{ ...cup, ...item }], { ...changes, locale }), { sale: SALE }).issues.map(({ message }) => message);
    for (const [item, changes] of [[{ itemQuantity: 3 }], [{ totalPriceAmount: "121" }], [{ totalPriceAmount: "999" }], [{ name: "?" }], [{}, { relatedSaleId: "x" }]]) {
      const [english, turkish] = [say("EN", item, changes), say("TR", item, changes)];
      equal(english.length, turkish.length);
      english.forEach((message, at) => ok(message !== turkish[at] && !turkish[at].includes("…"), turkish[at]));
    }
    const withoutSale = (locale) => pkg.validate(REFUND, refund([cup], { locale }), {}).issues[0].message;
    ok(withoutSale("TR") !== withoutSale("EN"), withoutSale("TR"));
  });
}
