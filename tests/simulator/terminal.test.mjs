// The simulator's terminal operations: answers, rules and books.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { shop } from "../../www-example/sandbox/shop.mjs";
import { control, DAY, logIn, openSandbox, postGmu } from "./support/client.mjs";
import { undocumented } from "./support/gmu-schemas.mjs";
import { coffee, cup, NOON, openTerminal, refundRequest, SALE, SALE_REFERENCE, voidRequest, wrapping } from "./support/terminal-shop.mjs";

const REFUND = "refund";
const VOID = "void";
const INFO = "refundable-sale-info";
const STATUS = "query-transaction-status";

// The documented fields of the status answer, which tests/vectors/gmu.openapi.json does not cover.
const STATUS_FIELDS =
  "status errorCode errorMessage conversationId systemTime deviceUniqueId transactionReferenceId transactionDateTime paymentId " +
  "paymentDate price installment acquirerId bankMerchantId bankTerminalId issuerId currency authCode binNumber lastFourDigits " +
  "hostReference cardType batchNo stanNo posEntryModeCode saleItems saleNumber cancelHostReference refundHostReference";

const verdict = ({ json }) => [json.status, json.errorCode];
const SUCCESS = ["success", "0"];
const REFUSED = (code) => ["failure", code];
const fixture = (name) => JSON.parse(readFileSync(new URL(`../vectors/fixtures/${name}`, import.meta.url), "utf8"));

test("a refund of lines: the answer, the books and what is left of each line", async (t) => {
  const { send, books } = await openTerminal(t);
  const { status, json } = await send(REFUND, refundRequest("R-1", [coffee({ itemQuantity: 2, totalPriceAmount: 82.3 }), wrapping()]));
  assert.equal(status, 200);
  assert.deepEqual(
    [json.status, json.errorCode, json.price, json.currency, json.transactionReferenceId, json.deviceUniqueId, json.conversationId],
    ["success", "0", 89.8, "TRY", "R-1", "P00134", "iade-1"],
  );
  assert.equal(json.vatAmount, 2.06, "1 % inside 82.30 and 20 % inside 7.50, each rounded to a kuruş");
  assert.equal(json.systemTime, NOON);
  assert.deepEqual(undocumented(REFUND, json), []);

  const { paid, refunded, left, movements, moved, lines, refunds } = books();
  assert.deepEqual([paid, refunded, left, movements, moved], ["250.95", "89.8", "161.15", 1, "89.8"]);
  assert.deepEqual(lines.map((line) => [line.returnableQuantity, line.left]), [[1, "41.15"], [2, "120"], [0, "0"]]);
  assert.deepEqual([refunds[0].transactionReferenceId, refunds[0].price, refunds[0].conversationId], ["R-1", "89.8", "iade-1"]);

  const info = await send(INFO, { transactionReferenceId: SALE_REFERENCE, conversationId: "bilgi-1" });
  assert.deepEqual(undocumented(INFO, info.json), []);
  assert.deepEqual(
    [info.json.saleNumber, info.json.totalReturnableAmount, info.json.currency, info.json.conversationId],
    ["5001", 161.15, "TRY", "bilgi-1"],
  );
  assert.deepEqual(info.json.saleItems[0], {
    id: 70001,
    name: "Türk kahvesi 250 g",
    itemQuantity: 3,
    totalPriceAmount: 123.45,
    vatAmount: 1.22,
    returnableQuantity: 1,
    returnableAmount: 41.15,
  });
});

test("partial refunds repeat until exactly nothing is left, and their VAT adds up", async (t) => {
  const { send, books } = await openTerminal(t);
  const vat = [];
  for (const reference of ["R-1", "R-2", "R-3"]) {
    const answer = await send(REFUND, refundRequest(reference, [coffee()]));
    assert.deepEqual(verdict(answer), SUCCESS);
    vat.push(Math.round(answer.json.vatAmount * 100));
  }
  assert.equal(vat.reduce((total, part) => total + part), 122);
  assert.deepEqual(verdict(await send(REFUND, refundRequest("R-4", [coffee()]))), REFUSED("380112"));
  assert.deepEqual(verdict(await send(REFUND, refundRequest("R-4", [cup({ itemQuantity: 2, totalPriceAmount: 120 }), wrapping()]))), SUCCESS);
  assert.deepEqual([books().left, books().refunded, books().movements], ["0", "250.95", 4]);
  assert.deepEqual(books().lines.map(({ returnableQuantity }) => returnableQuantity), [0, 0, 0]);
});

test("pieces and amounts are bounded per line, over all lines of a request together", async (t) => {
  const { send, books } = await openTerminal(t);
  const tooMuch = {
    "a piece too many": [coffee({ itemQuantity: 4, totalPriceAmount: 100 })],
    "a kuruş too much": [wrapping({ totalPriceAmount: 7.51 })],
    "more than the line, less than the sale": [cup({ itemQuantity: 2, totalPriceAmount: 120.01 })],
    "twice the same line": [cup({ itemQuantity: 1, totalPriceAmount: 60 }), cup({ itemQuantity: 2, totalPriceAmount: 60 })],
    "one good line, one not": [coffee(), wrapping({ itemQuantity: 2 })],
    "finer than a kuruş": [wrapping({ totalPriceAmount: 7.50000001 })],
  };
  for (const [what, saleItems] of Object.entries(tooMuch)) {
    assert.deepEqual(verdict(await send(REFUND, refundRequest("R-1", saleItems))), REFUSED("380112"), what);
  }
  assert.equal(books().movements, 0);
  assert.deepEqual(verdict(await send(REFUND, refundRequest("R-1", [cup({ totalPriceAmount: 30 }), cup({ totalPriceAmount: 30 })]))), SUCCESS);
  assert.deepEqual([books().lines[1].returnableQuantity, books().lines[1].left], [0, "60"]);
});

test("amounts are exact beyond what a float can hold", async (t) => {
  const { sandbox, sendText } = await openTerminal(t);
  const { paymentId, lines } = sandbox.createSale({ lines: [{ unitPrice: "90071992547409.93000001" }, { unitPrice: "1", quantity: 2 }] });
  const refund = (reference, amount) => {
    const request = refundRequest(reference, [cup({ name: lines[0].name, totalPriceAmount: 5 })], { paymentId });
    return sendText(REFUND, JSON.stringify(request).replaceAll(/:5([,}])/g, `:${amount}$1`));
  };
  assert.deepEqual(verdict(await refund("R-1", "90071992547409.93000002")), REFUSED("380112"));
  const done = await refund("R-1", "90071992547409.93000001");
  assert.match(done.text, /"price":90071992547409\.93000001,/);
  assert.equal(sandbox.saleBooks(paymentId).left, "2");
});

test("a line is found by its id as text, else by its name; saleUid is accepted as relatedSaleId", async (t) => {
  const { send, sandbox } = await openTerminal(t);
  const info = await send(INFO, { transactionReferenceId: SALE_REFERENCE, deviceUniqueId: "P00135" });
  const { saleUid, saleItems } = info.json;
  const byId = wrapping({ name: "any name", relatedSaleItemId: String(saleItems[2].id) });
  assert.deepEqual(verdict(await send(REFUND, refundRequest("R-1", [byId], { relatedSaleId: "another sale" }))), REFUSED("380108"));
  assert.deepEqual(verdict(await send(REFUND, refundRequest("R-1", [byId], { relatedSaleId: saleUid }))), SUCCESS);
  assert.deepEqual(verdict(await send(REFUND, refundRequest("R-2", [cup({ name: "fincan" })]))), REFUSED("380105"), "names are exact");
  const ofAnotherSale = cup({ relatedSaleItemId: "70004" });
  assert.deepEqual(verdict(await send(REFUND, refundRequest("R-2", [ofAnotherSale]))), REFUSED("380105"));

  const twins = sandbox.createSale({ lines: [{ name: "Su", unitPrice: 5 }, { name: "Su", unitPrice: 8 }] });
  const water = (total) => refundRequest(`W-${total}`, [cup({ name: "Su", totalPriceAmount: total })], { paymentId: twins.paymentId });
  assert.deepEqual(verdict(await send(REFUND, water(8))), SUCCESS);
  assert.deepEqual(sandbox.saleBooks(twins.paymentId).lines.map(({ left }) => left), ["5", "0"]);
});

test("returnAmount, where it is sent, is what goes back", async (t) => {
  const { send, books } = await openTerminal(t);
  const answer = await send(REFUND, refundRequest("R-1", [cup({ totalPriceAmount: 120, returnAmount: 20.5 })]));
  assert.deepEqual([answer.json.price, books().lines[1].left], [20.5, "99.5"]);
  assert.deepEqual(verdict(await send(REFUND, refundRequest("R-2", [cup({ returnAmount: 0 })]))), REFUSED("380104"));
});

test("a void takes the whole sale back, once, and nothing can be refunded then", async (t) => {
  const { send, books } = await openTerminal(t);
  const { json } = await send(VOID, voidRequest("V-1"));
  assert.deepEqual(undocumented(VOID, json), []);
  assert.deepEqual(
    [json.status, json.errorCode, json.paymentId, json.price, json.currency, json.paymentDate, json.transactionReferenceId, json.lastFourDigits],
    ["success", "0", "PAY-9876543", 250.95, "TRY", 20260310, "V-1", "0008"],
  );
  assert.deepEqual([json.transactionDate, json.transactionTime, json.transactionDateTime], ["20260310", "120000", "2026-03-10T12:00:00"]);
  assert.notEqual(json.cancelHostReference, json.hostReference);
  const { voided, left, refunded, movements, moved } = books();
  assert.deepEqual([voided, left, refunded, movements, moved], [true, "0", "0", 1, "250.95"]);

  assert.deepEqual(verdict(await send(VOID, voidRequest("V-2"))), REFUSED("380112"));
  assert.deepEqual(verdict(await send(REFUND, refundRequest("R-1", [coffee()]))), REFUSED("380112"));
  const info = await send(INFO, { transactionReferenceId: SALE_REFERENCE });
  assert.deepEqual([info.json.totalReturnableAmount, info.json.saleItems[0].returnableQuantity], [0, 0]);
  assert.equal(books().movements, 1);
});

test("a void is refused after a refund and on another day; a refund is not", async (t) => {
  const { send, books } = await openTerminal(t);
  const yesterday = { paymentId: "PAY-9876500", paymentDate: 20260309 };
  assert.deepEqual(verdict(await send(VOID, voidRequest("V-1", yesterday))), REFUSED("380112"));
  const pot = cup({ name: "Bakır cezve", unitPriceAmount: 59.9 });
  assert.deepEqual(verdict(await send(REFUND, refundRequest("R-1", [pot], yesterday))), SUCCESS);

  await send(REFUND, refundRequest("R-2", [coffee()]));
  assert.deepEqual(verdict(await send(VOID, voidRequest("V-1"))), REFUSED("380112"));
  assert.equal(books().voided, false);
});

test("the same day is the calendar day in Istanbul", async (t) => {
  const { send, sandbox } = await openTerminal(t);
  const evening = sandbox.createSale({ createdAt: "2026-03-09T20:59:59Z", lines: [{ unitPrice: 1 }] });
  const night = sandbox.createSale({ createdAt: "2026-03-09T21:00:00Z", lines: [{ unitPrice: 1 }] });
  assert.deepEqual([evening.paymentDate, night.paymentDate], ["20260309", "20260310"]);
  const undo = ({ paymentId, paymentDate }) => send(VOID, voidRequest(`V-${paymentId}`, { paymentId, paymentDate: Number(paymentDate) }));
  assert.deepEqual(verdict(await undo(evening)), REFUSED("380112"));
  assert.deepEqual(verdict(await undo(night)), SUCCESS);
});

test("a reference is good for one operation; one that was refused may be used again", async (t) => {
  const { send, books } = await openTerminal(t);
  assert.deepEqual(verdict(await send(REFUND, refundRequest("R-1", [wrapping({ itemQuantity: 2 })]))), REFUSED("380112"));
  assert.deepEqual(verdict(await send(REFUND, refundRequest("R-1", [coffee()]))), SUCCESS);
  assert.deepEqual(verdict(await send(REFUND, refundRequest("R-1", [coffee()]))), REFUSED("380105"), "a repeat");
  assert.deepEqual(verdict(await send(REFUND, refundRequest(SALE_REFERENCE, [coffee()]))), REFUSED("380105"), "the sale's own");
  assert.deepEqual(verdict(await send(VOID, voidRequest("R-1", { paymentId: "PAY-9876544" }))), REFUSED("380105"), "on another sale");
  assert.equal(books().movements, 1);
});

test("payments that are not there", async (t) => {
  const { send } = await openTerminal(t);
  assert.deepEqual(verdict(await send(REFUND, refundRequest("R-1", [coffee()], { paymentId: "PAY-1" }))), REFUSED("380107"));
  assert.deepEqual(verdict(await send(VOID, voidRequest("V-1", { paymentDate: 20260311 }))), REFUSED("380107"), "another date");
  assert.deepEqual(verdict(await send(INFO, { transactionReferenceId: "R-1" })), REFUSED("380108"));
  assert.deepEqual(verdict(await send(STATUS, { paymentId: "PAY-1" })), REFUSED("380107"));
  assert.deepEqual(verdict(await send(STATUS, { transactionReferenceId: "R-1" })), REFUSED("380108"));
  const ofTwoSales = { paymentId: "PAY-9876544", transactionReferenceId: SALE_REFERENCE };
  assert.deepEqual(verdict(await send(STATUS, ofTwoSales)), REFUSED("380108"));
});

test("a missing, empty or impossible field is a validation error and moves nothing", async (t) => {
  const { sendText, books } = await openTerminal(t);
  const refused = async (operation, body, name) => {
    const answer = await sendText(operation, typeof body === "string" ? body : JSON.stringify(body));
    assert.deepEqual(verdict(answer), REFUSED("380104"), `${operation} ${name}`);
    if (name) assert.ok(answer.json.errorMessage.endsWith(`: ${name}`), answer.json.errorMessage);
  };
  const asked = {
    [REFUND]: refundRequest("R-1", [coffee()]),
    [VOID]: voidRequest("V-1"),
    [INFO]: { transactionReferenceId: SALE_REFERENCE },
  };
  const optional = new Set(["locale", "conversationId", "reason"]);
  for (const [operation, body] of Object.entries(asked)) {
    for (const name of Object.keys(body).filter((field) => !optional.has(field))) {
      await refused(operation, { ...body, [name]: undefined }, name);
      await refused(operation, { ...body, [name]: name === "saleItems" ? [] : "" }, name);
    }
    for (const body of ["", "[]", "{", "12"]) await refused(operation, body);
  }
  for (const name of Object.keys(coffee())) await refused(REFUND, refundRequest("R-1", [coffee(), { ...coffee(), [name]: undefined }]), name);
  for (const quantity of [0, -1, 1.5, "x"]) await refused(REFUND, refundRequest("R-1", [coffee({ itemQuantity: quantity })]), "itemQuantity");
  for (const name of ["unitPriceAmount", "grossPriceAmount", "totalPriceAmount", "returnAmount"]) {
    for (const amount of [0, -1, "1,5"]) await refused(REFUND, refundRequest("R-1", [{ ...coffee(), [name]: amount }]), name);
  }
  await refused(REFUND, refundRequest("R-1", [null]), "unitCode");
  assert.equal(books().movements, 0);
});

test("a device of somebody else is refused everywhere; another device of the same user is not", async (t) => {
  const { send, books } = await openTerminal(t);
  const elsewhere = { deviceUniqueId: "P00999" };
  for (const [operation, body] of [
    [REFUND, refundRequest("R-1", [coffee()], elsewhere)],
    [VOID, voidRequest("V-1", elsewhere)],
    [INFO, { transactionReferenceId: SALE_REFERENCE, ...elsewhere }],
    [STATUS, { paymentId: SALE.paymentId, ...elsewhere }],
  ]) {
    assert.deepEqual(verdict(await send(operation, body)), REFUSED("380102"), operation);
  }
  assert.equal(books().movements, 0);
  assert.deepEqual(verdict(await send(REFUND, refundRequest("R-1", [coffee()], { deviceUniqueId: "P00135" }))), SUCCESS);
  assert.equal(books().refunds[0].deviceUniqueId, "P00135");
});

test("a user sees only their own sales", async (t) => {
  const other = { clientId: "c2", clientSecret: "s2", username: "other", password: "p2", devices: ["P00200"] };
  const { url, sandbox } = await openSandbox(t, { shop: { ...shop, terminalUsers: [...shop.terminalUsers, other] } });
  const { access_token: token } = await logIn(url, other);
  assert.deepEqual(verdict(await postGmu(url, token, STATUS, { paymentId: SALE.paymentId })), REFUSED("380107"));
  const own = sandbox.createSale({ user: "other", transactionReferenceId: "OTHER-1", lines: [{ unitPrice: 3 }] });
  assert.equal(own.deviceUniqueId, "P00200");
  assert.equal((await postGmu(url, token, STATUS, { transactionReferenceId: "OTHER-1" })).json.price, 3);
});

test("the status tells a payment, its refunds and its void apart", async (t) => {
  const { send } = await openTerminal(t);
  const ask = async (body) => (await send(STATUS, body)).json;
  const untouched = await ask({ paymentId: SALE.paymentId, conversationId: "durum-1" });
  assert.deepEqual(
    [untouched.status, untouched.price, untouched.paymentDate, untouched.transactionReferenceId, untouched.conversationId],
    ["success", 250.95, 20260310, SALE_REFERENCE, "durum-1"],
  );
  assert.deepEqual([untouched.refundHostReference, untouched.cancelHostReference], [undefined, undefined]);
  assert.deepEqual(untouched.saleItems[0].itemQuantity, 3);

  const first = await send(REFUND, refundRequest("R-1", [coffee()]));
  const second = await send(REFUND, refundRequest("R-2", [coffee()]));
  const answers = [];
  for (const asked of [{ transactionReferenceId: "R-1" }, { transactionReferenceId: "R-2" }, { paymentId: SALE.paymentId }]) {
    answers.push(await ask(asked));
  }
  assert.deepEqual(
    answers.map((json) => [json.transactionReferenceId, json.refundHostReference, json.cancelHostReference]),
    [
      ["R-1", first.json.hostReference, undefined],
      ["R-2", second.json.hostReference, undefined],
      [SALE_REFERENCE, second.json.hostReference, undefined],
    ],
  );

  const other = { paymentId: "PAY-9876544" };
  const undone = await send(VOID, voidRequest("V-1", other));
  assert.match(undone.text, /"price":120\.00,/, "as this sale's answers spell it");
  const voided = await ask({ ...other, transactionReferenceId: "V-1" });
  assert.deepEqual([voided.cancelHostReference, voided.refundHostReference], [undone.json.cancelHostReference, undefined]);
  for (const json of [untouched, voided, ...answers]) {
    assert.deepEqual(Object.keys(json).filter((name) => !STATUS_FIELDS.split(" ").includes(name)), []);
  }
  for (const body of [{}, { paymentId: "" }]) assert.deepEqual(verdict(await send(STATUS, body)), REFUSED("380111"));
});

test("failures have the documented fields, in Turkish unless English is asked for in either case", async (t) => {
  const { send, url } = await openTerminal(t);
  const body = refundRequest("R-1", [coffee()], { deviceUniqueId: "P00999" });
  const turkish = await send(REFUND, body);
  assert.deepEqual(turkish.json, {
    status: "failure",
    errorCode: "380102",
    errorMessage: "Bu cihaza erişim yetkisi yok",
    conversationId: "iade-1",
    systemTime: NOON,
    deviceUniqueId: "P00999",
    transactionReferenceId: "R-1",
  });
  for (const locale of ["EN", "en"]) assert.match((await send(REFUND, { ...body, locale })).json.errorMessage, /^No access/);
  for (const [operation, body] of [[VOID, voidRequest("V-1", { paymentId: "PAY-1" })], [INFO, { transactionReferenceId: "?" }]]) {
    assert.deepEqual(undocumented(operation, (await send(operation, body)).json), []);
  }
  await control(url, "POST", "settings", { failureStatus: 400 });
  assert.equal((await send(REFUND, body)).status, 400);
});

test("where the documents disagree a setting chooses", async (t) => {
  const { send, url } = await openTerminal(t);
  const info = async () => (await send(INFO, { transactionReferenceId: SALE_REFERENCE })).json;
  const failure = async () => (await send(INFO, { transactionReferenceId: "?" })).json;
  await control(url, "POST", "settings", { terminalStatus: "uppercase", terminalSuccessCode: "", terminalErrorGroup: true });
  assert.deepEqual([(await info()).status, (await info()).errorCode], ["SUCCESS", ""]);
  assert.deepEqual([(await failure()).status, (await failure()).errorGroup], ["FAILURE", "BUSINESS_ERROR"]);
  await control(url, "POST", "settings", { terminalStatus: "lowercase", terminalSuccessCode: null });
  assert.deepEqual([(await info()).status, "errorCode" in (await info())], ["success", false]);
  assert.equal((await control(url, "POST", "settings", { terminalStatus: "Title" })).status, 400);
});

test("the published requests and the beginning of the published answer", async (t) => {
  const april = Date.parse("2026-04-06T09:00:00Z");
  const { send, sandbox } = await openTerminal(t, { now: () => april });
  const refund = await send(REFUND, { ...fixture("gmu-refund.request.assembled.json"), saleItems: [coffee()] });
  assert.deepEqual(verdict(refund), SUCCESS);

  const { paymentId } = sandbox.createSale({ lines: [{ unitPrice: 9 }] });
  const undone = await send(VOID, { ...fixture("gmu-void.request.assembled.json"), paymentId });
  const published = fixture("gmu-void.success.assembled-partial.json");
  const { status, errorCode, conversationId, systemTime, deviceUniqueId } = undone.json;
  assert.deepEqual({ status, errorCode, conversationId, systemTime, deviceUniqueId }, { ...published, systemTime: april });
});

test("sales are created and looked up through the control API", async (t) => {
  const { url, send, sandbox } = await openTerminal(t);
  const created = await control(url, "POST", "sales", {
    paymentId: "PAY-1",
    saleUid: "uid-1",
    deviceUniqueId: "P00135",
    daysAgo: 2,
    lines: [{ id: 9, name: "Kilim", unitPrice: "149.90", quantity: 2, vatRate: 10 }],
  });
  assert.equal(created.status, 201);
  const { paid, paymentDate, createdAt } = created.json;
  assert.deepEqual([paid, paymentDate, createdAt], ["299.8", "20260308", new Date(NOON - 2 * DAY).toISOString()]);
  const item = cup({ name: "Kilim", unitPriceAmount: 149.9, relatedSaleItemId: "9" });
  await send(REFUND, refundRequest("R-1", [item], { paymentId: "PAY-1", paymentDate: 20260308 }));
  const { json } = await control(url, "GET", "sale-books?paymentId=PAY-1");
  assert.deepEqual([json.refunded, json.lines[0].returnableQuantity, json.movements], ["149.9", 1, 1]);
  assert.deepEqual(json, sandbox.saleBooks("PAY-1"));
  assert.equal((await control(url, "GET", "sale-books?paymentId=PAY-2")).status, 404);
  assert.equal((await control(url, "GET", "sale-books")).json.sales.length, 4);

  const lines = [{ unitPrice: 1 }];
  for (const nonsense of [
    {},
    { lines: [] },
    { lines: [{ unitPrice: 0 }] },
    { lines: [{ unitPrice: 1, quantity: 0 }] },
    { lines: [{ unitPrice: 1, vatRate: -1 }] },
    { lines: [{ unitPrice: 1, id: "a" }] },
    { lines: [{ unitPrice: 1, id: 9 }] },
    { lines, user: "nobody" },
    { lines, deviceUniqueId: "P00999" },
    { lines, paymentId: "PAY-1" },
    { lines, saleUid: "uid-1" },
    { lines, priceSpelling: "roman" },
    { lines, createdAt: "yesterday" },
  ]) {
    assert.equal((await control(url, "POST", "sales", nonsense)).status, 400, JSON.stringify(nonsense));
  }
  const reset = await control(url, "POST", "reset");
  assert.equal(reset.json.sales.length, 3);
  assert.deepEqual(verdict(await send(INFO, { transactionReferenceId: SALE_REFERENCE })), REFUSED("100310"), "nobody is logged in any more");
});

test("the journal tells what was done at the terminal, and each side's money for itself", async (t) => {
  const { send, sandbox } = await openTerminal(t);
  await send(REFUND, refundRequest("R-1", [coffee()]));
  await send(VOID, voidRequest("V-1"));
  const seen = sandbox.journal().map(({ path, done, moneyMoved }) => [path.split("/").at(-1), done, moneyMoved]);
  assert.deepEqual(seen, [
    ["authorize", "success", false],
    ["token", "success", false],
    ["refund", "success", true],
    ["void", "failure 380112", false],
  ]);
  assert.ok(sandbox.allBooks().every(({ movements }) => movements === 0));
});

test("a shop without terminals opens as before", async (t) => {
  const { sandbox } = await openSandbox(t, { shop: { merchants: shop.merchants, payments: shop.payments } });
  assert.deepEqual([sandbox.terminalUsers, sandbox.allSaleBooks(), sandbox.allBooks().length], [[], [], 8]);
});
