// Without a session the page shows only the sign-in. After a session ends it asks again.

import assert from "node:assert/strict";
import { test } from "node:test";
import { find, openDesk, signIn } from "./support/open.mjs";

const { desk, sandbox, newPage, signedIn, newPayment } = await openDesk();
const UNAUTHORISED = /401/;

for (const address of ["", "#/payments/25180208", "#/sales/REF-SALE-001", "#/bulk"]) {
  test(`a stranger at /${address} sees only the sign-in`, async (t) => {
    const asked = [];
    const page = await newPage(t);
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${desk.url}/${address}`);
    await page.reload();
    await page.waitForSelector("#operator");

    assert.equal(await page.locator("nav, #search, #file, #sign-out").count(), 0);
    assert.deepEqual(
      asked.filter((path) => path.startsWith("/api/")),
      [],
    );
    assert.doesNotMatch(await page.innerText("body"), /27169401|REF-SALE/);
  });
}

for (const [language, words] of [
  ["tr", "Kullanıcı ya da parola yanlış."],
  ["en", "The operator or the password is wrong."],
]) {
  test(`a wrong password is refused, in ${language}`, async (t) => {
    const page = await newPage(t, { language, expected: UNAUTHORISED });
    await page.fill("#operator", "kasa-1");
    await page.fill("#password", "not the password");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector("#sign-in-problem")?.textContent !== "");

    assert.equal(await page.innerText("#sign-in-problem"), words);
    assert.equal(await page.evaluate(() => document.activeElement?.id), "password");
    assert.equal(await page.inputValue("#operator"), "kasa-1");
    assert.equal(await page.evaluate(() => sessionStorage.length), 0);
  });
}

test("a token the worker doesn't know sends the operator back to the sign-in, and then to where it was", async (t) => {
  const page = await signedIn(t, { expected: UNAUTHORISED });
  await page.evaluate(() => {
    const [name] = Object.keys(sessionStorage);
    sessionStorage.setItem(name, sessionStorage.getItem(name).replace(/"token":"[^"]*"/, '"token":"forged"'));
  });
  const { paymentId } = newPayment();
  await page.goto(`${desk.url}/#/payments/${paymentId}`);
  await page.reload();
  await page.waitForSelector("#sign-in-problem:not(:empty)");

  assert.match(await page.innerText("#sign-in-problem"), /session has ended/);
  assert.equal(await page.evaluate(() => sessionStorage.length), 0);
  await page.fill("#operator", desk.operators[0].operator);
  await page.fill("#password", desk.operators[0].password);
  await page.click("#sign-in");
  await page.waitForSelector("#summary-title");
  assert.match(await page.innerText("#summary-title"), new RegExp(paymentId));
});

test("signing out leaves nothing behind", async (t) => {
  const page = await signedIn(t);
  await page.click("#sign-out");
  await page.waitForSelector("#operator");
  await page.reload();
  await page.waitForSelector("#operator");
  assert.deepEqual(await page.evaluate(() => [sessionStorage.length, JSON.stringify({ ...localStorage })]), [0, "{}"]);
});

test("a reload keeps the session of the tab, and another tab has none", async (t) => {
  const page = await signedIn(t);
  await page.reload();
  await page.waitForSelector("#search");
  const other = await page.context().newPage();
  await other.goto(desk.url);
  await other.waitForSelector("#operator");
});

test("no secret is in the page or in what it keeps", async (t) => {
  const page = await newPage(t);
  await signIn(page, desk.operators[0]);
  const { paymentId } = newPayment();
  await find(page, paymentId);
  const scripts = await page.evaluate(async () =>
    Promise.all([...document.scripts].map(async ({ src }) => (await fetch(src)).text())),
  );
  const kept = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.documentElement.outerHTML]),
  );
  for (const { apiKey, secretKey } of sandbox.merchants) {
    for (const text of [...scripts, kept]) assert.ok(!text.includes(secretKey) && !text.includes(apiKey));
  }
  assert.ok(!kept.includes(desk.operators[0].password));
});
