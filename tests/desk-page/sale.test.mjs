// An operator at a terminal sale: refunds of lines, and a void.

import assert from "node:assert/strict";
import { test } from "node:test";
import { find, openDesk, outcome } from "./support/open.mjs";

const { sandbox, signedIn } = await openDesk();
const BROKEN = /Failed to load resource/;
const LINES = [
  { name: "Türk kahvesi 250 g", quantity: 3, unitPrice: "41.15", vatRate: 1 },
  { name: "Fincan", quantity: 2, unitPrice: "60.00" },
];

function newSale(more = {}) {
  const { paymentId, transactionReferenceId, lines } = sandbox.createSale({ lines: LINES, ...more });
  return { reference: transactionReferenceId, lines: lines.map(({ id }) => id), books: () => sandbox.saleBooks(paymentId) };
}

async function openSale(t, reference, options) {
  const page = await signedIn(t, options);
  await page.click("#to-sales");
  await page.waitForSelector("#search");
  await find(page, reference);
  return page;
}

/** Types the pieces, and the VAT group where the sale doesn't tell it. */
async function choose(page, line, pieces) {
  await page.fill(`#quantity-${line}`, pieces);
  const tax = page.locator(`#tax-${line}`);
  if (await tax.count()) await tax.fill("KDV20");
}

for (const [language, given, tooMany] of [
  ["tr", /142,30\sTL iade edildi/, /^Adet en çok 3 olmalı/],
  ["en", /TRY\s142\.30 was refunded/, /^Pieces must be at most 3/],
]) {
  test(`lines go back by pieces and amount, in ${language}`, async (t) => {
    const { reference, lines, books } = newSale();
    const page = await openSale(t, reference, { language });
    await page.fill(`#quantity-${lines[0]}`, "4");
    assert.match(await page.innerText(`#quantity-${lines[0]}-error`), tooMany);

    await choose(page, lines[0], "2");
    await choose(page, lines[1], "1");
    assert.equal(await page.innerText(`#quantity-${lines[0]}-error`), "");
    const body = JSON.parse(await page.textContent(".preview-body"));
    assert.deepEqual(
      body.saleItems.map(({ relatedSaleItemId, itemQuantity, returnAmount }) => [relatedSaleItemId, itemQuantity, returnAmount]),
      [
        [lines[0], 2, 82.3],
        [lines[1], 1, 60],
      ],
    );
    await page.click("#ask");
    await page.click("#confirm-yes");
    assert.match(await outcome(page, "success"), given);
    assert.deepEqual([books().movements, books().refunded], [1, "142.3"]);
    await page.waitForSelector(".badge.partly");
  });
}

test("more than is left of a line is refused before anything is sent", async (t) => {
  const { reference, lines, books } = newSale();
  const page = await openSale(t, reference);
  await choose(page, lines[1], "2");
  await page.fill(`#amount-${lines[1]}`, "120.01");
  assert.match(await page.innerText(`#amount-${lines[1]}-error`), /at most 120/);
  await page.click("#ask");
  assert.equal(await page.locator("dialog").count(), 0);
  assert.equal(books().movements, 0);
});

test("no line, no refund", async (t) => {
  const { reference } = newSale();
  const page = await openSale(t, reference);
  await page.click("#ask");
  assert.equal(await page.innerText("#other-issues"), "Type the pieces of at least one line.");
});

test("a name that looks like markup is only a name", async (t) => {
  const name = '<img src="x" onerror="document.title=1"> & <b>Fincan</b>';
  const { reference } = newSale({ lines: [{ name, unitPrice: "10.00" }] });
  const page = await openSale(t, reference);
  assert.equal(await page.innerText(".item h3"), name);
  assert.equal(await page.locator("main img, main b b").count(), 0);
});

test("a sale is voided", async (t) => {
  const { reference, books } = newSale();
  const page = await openSale(t, reference, { language: "tr" });
  await page.locator('input[value="terminal.void"]').check({ force: true });
  await page.click("#ask");
  await page.click("#confirm-yes");
  assert.match(await outcome(page, "success"), /İptal edildi/);
  await page.waitForSelector(".badge.cancelled");
  assert.deepEqual([books().voided, books().movements], [true, 1]);
});

test("an answer that is lost settles by itself", async (t) => {
  const { reference, lines, books } = newSale();
  const page = await openSale(t, reference, { expected: BROKEN });
  await choose(page, lines[0], "1");
  sandbox.fault({ fault: "lost", path: "/v2/terminal-host/gmu/payment/refund" });
  await page.click("#ask");
  await page.click("#confirm-yes");
  await outcome(page, "success", 60_000);
  assert.equal(books().movements, 1);
});

test("a sale that isn't there is said so", async (t) => {
  const page = await signedIn(t, { language: "tr", expected: /404/ });
  await page.click("#to-sales");
  await page.fill("#search", "REF-NOWHERE");
  await page.click("#search-go");
  await page.waitForSelector(".empty[role=alert]");
  assert.match(await page.innerText(".empty"), /REF-NOWHERE referanslı bir satış yok/);
});
