// An operator at a payment: what the page shows, which refunds it allows, and their outcomes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Iyzico, validate } from "../../pkg/inline.js";
import { askRefund, find, minutes, openDesk, outcome, refund, signIn } from "./support/open.mjs";

const { desk, sandbox, signedIn, newPage, newPayment } = await openDesk();

const IN = {
  tr: {
    all: "10,00 TL",
    typed: "4,25",
    given: "4,25 TL iade edildi",
    tooMuch: `Tutar ${tooMuch("tr")}`,
    comma: null,
    after: "5,75 TL",
    cancelled: "İptal edildi",
    badge: "Kısmen iade edildi",
  },
  en: {
    all: "TRY\u00a010.00",
    typed: "4.25",
    given: "TRY\u00a04.25 was refunded",
    tooMuch: `Amount ${tooMuch("en")}`,
    comma: /Amount must be written like "5" or "5\.00"/,
    after: "TRY\u00a05.75",
    cancelled: "Cancelled",
    badge: "Partly refunded",
  },
};

for (const [language, w] of Object.entries(IN)) {
  test(`an operator refunds a part of an item, in ${language}`, async (t) => {
    const { paymentId, items, books } = newPayment();
    const page = await signedIn(t, { language });
    await find(page, paymentId);
    await page.click(`#refund-${items[0]}`);
    assert.equal(await page.evaluate(() => document.activeElement?.id), "amount");
    await page.fill("#amount", w.typed);
    await page.selectOption("#reason", "BUYER_REQUEST");
    await page.fill("#description", "Kırık geldi");

    const body = await page.textContent(".preview-body");
    assert.deepEqual(JSON.parse(body), {
      locale: language,
      conversationId: `refund-${items[0]}-4.25-1`,
      paymentTransactionId: items[0],
      price: 4.25,
      currency: "TRY",
      reason: "BUYER_REQUEST",
      description: "Kırık geldi",
    });
    assert.match(await page.innerText(".preview-fingerprint"), /^[0-9a-f]{64}$/);
    assert.equal(books().movements, 0, "nothing moves before the question is answered");

    await page.click("#ask");
    await page.click("#confirm-yes");
    const told = await outcome(page, "success");
    assert.ok(told.replaceAll("\u00a0", " ").includes(w.given.replaceAll("\u00a0", " ")), told);
    assert.ok(told.includes(`refund-${items[0]}-4.25-1`));
    assert.ok(told.includes("mock00007iyzihostrfn"), "the bank's reference");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "outcome-title");

    const sent = sandbox
      .journal()
      .filter(({ path, conversationId }) => path === "/payment/refund" && conversationId === `refund-${items[0]}-4.25-1`);
    assert.deepEqual(
      sent.map((entry) => entry.body),
      [body],
      "what was shown is what was sent, to the byte",
    );
    assert.deepEqual([books().movements, books().refunded], [1, "4.25"]);

    await page.waitForSelector(".badge.partly");
    assert.equal(await page.innerText(".badge"), w.badge);
    assert.match(normal(await page.innerText(`[data-item="${items[0]}"] .legend .refundable`)), new RegExp(normal(w.after)));
    assert.match(await page.innerText(".history"), /kasa-1/);
  });

  test(`an operator who asks for too much sees why not, in ${language}`, async (t) => {
    const { paymentId, items, books } = newPayment();
    const page = await signedIn(t, { language });
    await find(page, paymentId);
    await page.click(`#refund-${items[0]}`);
    await page.fill("#amount", "10.01");

    assert.equal(await page.innerText("#amount-error"), w.tooMuch);
    assert.equal(await page.getAttribute("#amount", "aria-invalid"), "true");
    assert.match(await page.getAttribute("#amount", "aria-describedby"), /amount-error/);
    await page.click("#ask");
    assert.equal(await page.locator("dialog").count(), 0);
    assert.equal(await page.evaluate(() => document.activeElement?.id), "amount");

    await page.click("#all");
    assert.equal(await page.innerText("#amount-error"), "");
    assert.equal(normal(await page.innerText(".reading")), normal(w.all));
    assert.equal(books().movements, 0);
  });

  test(`a decimal comma is ${w.comma ? "refused" : "read"} in ${language}`, async (t) => {
    const { paymentId, items } = newPayment();
    const page = await signedIn(t, { language });
    await find(page, paymentId);
    await page.click(`#refund-${items[0]}`);
    await page.fill("#amount", "5,00");
    if (w.comma) assert.match(await page.innerText("#amount-error"), w.comma);
    else assert.equal(JSON.parse(await page.textContent(".preview-body")).price, 5);
    for (const wrong of ["1.234,50", "05", "5 ", "-1", "1e2", "0"]) {
      await page.fill("#amount", wrong);
      assert.notEqual(await page.innerText("#amount-error"), "", wrong);
      assert.equal(await page.isVisible(".preview-body"), false, wrong);
    }
  });

  test(`an operator cancels, in ${language}`, async (t) => {
    const { paymentId, books } = newPayment();
    const page = await signedIn(t, { language });
    await find(page, paymentId);
    await page.check("#mode-cancel", { force: true });
    await page.click("#ask");
    await page.click("#confirm-yes");
    const told = await outcome(page, "success");
    assert.ok(told.includes(w.cancelled));
    await page.waitForSelector(".badge.cancelled");
    assert.deepEqual([books().cancelled, books().movements], [true, 1]);
  });
}

test("an amount goes back without naming an item", async (t) => {
  const { paymentId, books } = newPayment();
  const page = await signedIn(t);
  await find(page, paymentId);
  await page.check("#mode-refundV2", { force: true });
  await page.fill("#amount", "12");
  assert.equal(await page.locator("#item, #reason").count(), 0);
  await page.click("#ask");
  await page.click("#confirm-yes");
  await outcome(page, "success");
  assert.deepEqual([books().refunded, books().movements], ["12", 1]);
});

test("the question can be left: by its button and by Escape", async (t) => {
  const { paymentId, items, books } = newPayment();
  const page = await signedIn(t);
  await find(page, paymentId);
  await askRefund(page, items[0], "1");
  await page.click("#confirm-no");
  await page.waitForSelector("dialog", { state: "detached" });
  await page.click("#ask");
  await page.waitForSelector("dialog[open]");
  await page.keyboard.press("Escape");
  await page.waitForSelector("dialog", { state: "detached" });
  assert.equal(await page.inputValue("#amount"), "1");
  assert.equal(books().movements, 0);
});

for (const [code, language, words, button] of [
  ["5266", "tr", /tutara göre iade yapamaz/, "#outcome-by-item"],
  ["5266", "en", /can't refund by amount/, "#outcome-by-item"],
  ["10223", "tr", /yarın, iade edin/, "#outcome-by-item"],
  ["10246", "en", /Nothing happened/, "#outcome-again"],
  ["1001", "tr", /anahtarları kabul edilmedi/, "#outcome-again"],
  ["10232", "en", /Correct it and try again/, "#outcome-again"],
  ["10012", "tr", /reddetti/, "#outcome-again"],
]) {
  test(`a refusal says what to do: ${code} in ${language}`, async (t) => {
    const { paymentId, books } = newPayment();
    const page = await signedIn(t, { language });
    await find(page, paymentId);
    await page.check("#mode-refundV2", { force: true });
    await page.fill("#amount", "2");
    sandbox.fault({ fault: `refuse:${code}`, path: "/v2/payment/refund" });
    await page.click("#ask");
    await page.click("#confirm-yes");
    const told = await outcome(page, "failure");
    assert.match(told, words);
    assert.ok(told.includes(code));
    assert.equal(books().movements, 0);

    await page.click(button);
    await page.waitForSelector("#reversal");
    assert.equal(await page.isChecked("#mode-refund"), button === "#outcome-by-item");
    assert.equal(await page.inputValue("#amount"), "2", "what was typed is still there");
  });
}

test("a second try has a name of its own, and the history keeps both", async (t) => {
  const { paymentId, items, books } = newPayment();
  const page = await signedIn(t);
  await find(page, paymentId);
  sandbox.fault({ fault: "refuse:10246", path: "/payment/refund" });
  await refund(page, items[1], "1");
  assert.match(await outcome(page, "failure"), /A next one may be sent from/);
  await page.click("#outcome-again");
  await page.waitForSelector("#reversal");
  assert.match(await page.innerText("#hindrance"), /A next one may be sent from/);
  await minutes(5);
  assert.match(await page.textContent(".preview-body"), new RegExp(`refund-${items[1]}-1-2`));
  await page.click("#ask");
  await page.click("#confirm-yes");
  await outcome(page, "success");
  await page.waitForSelector(".history li:nth-child(2)");
  assert.match((await page.innerText(".history")).replaceAll("\n", " "), /Done.*Did not happen/s);
  assert.equal(books().movements, 1);
});

test("what was refunded outside the desk is in the history, and what another operator did", async (t) => {
  const { paymentId, items } = newPayment();
  const [{ apiKey, secretKey }] = sandbox.merchants;
  const iyzico = new Iyzico({ apiKey, secretKey, baseUrl: desk.simulator });
  const request = iyzico.refund({ paymentTransactionId: items[1], price: "0.75", conversationId: "from-the-panel" });
  await fetch(request.url, request);
  const other = await signedIn(t, { operator: 1 });
  await find(other, paymentId);
  await refund(other, items[0], "1");
  await outcome(other, "success");

  const page = await signedIn(t);
  await find(page, paymentId);
  const [latest, earlier] = await page.locator(".history li").allInnerTexts();
  assert.match(latest, /1\.00[^]*kasa-2/);
  assert.match(earlier, /0\.75[^]*outside this desk[^]*from-the-panel/);
});

test("a payment that isn't there is said so, and an impossible id is refused before asking", async (t) => {
  const page = await signedIn(t, { expected: /404/ });
  await page.fill("#search", "99999999");
  await page.click("#search-go");
  await page.waitForSelector(".empty[role=alert]");
  assert.match(await page.innerText(".empty"), /no payment 99999999/);
  await page.fill("#search", "25 18");
  await page.click("#search-go");
  assert.match(await page.innerText("#search-error"), /Payment number/);
});

test("the language can be changed in the middle of a form, and nothing typed is lost", async (t) => {
  const { paymentId, items } = newPayment();
  const page = await signedIn(t);
  await find(page, paymentId);
  await page.click(`#refund-${items[0]}`);
  await page.fill("#amount", "99");
  await page.click("#language-tr");
  assert.equal(await page.inputValue("#amount"), "99");
  assert.equal(await page.innerText("#amount-error"), IN.tr.tooMuch);
  assert.equal(await page.getAttribute("html", "lang"), "tr");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "language-tr");
  await page.reload();
  await page.waitForSelector("#summary-title");
  assert.match(await page.innerText("#summary-title"), /^Ödeme/);
});

test("a refund can be made by keyboard alone", async (t) => {
  const { paymentId, books } = newPayment(["8.00"]);
  const page = await newPage(t);
  await signIn(page, desk.operators[0]);
  await page.keyboard.type(paymentId);
  await page.keyboard.press("Enter");
  await page.waitForSelector("#summary-title");
  await reach(page, "amount");
  await page.keyboard.type("3");
  await page.keyboard.press("Enter");
  await page.waitForSelector("dialog[open]");
  // The second press of a double press does nothing.
  await page.keyboard.press("Enter");
  assert.equal(await page.locator("dialog[open]").count(), 1);
  await reach(page, "confirm-yes");
  await page.keyboard.press("Space");
  await outcome(page, "success");
  assert.equal(books().refunded, "3");
  await reach(page, "outcome-again");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#reversal");
});

/** Presses Tab until the focus is there, as somebody without a mouse would. */
async function reach(page, id) {
  for (let steps = 0; steps < 60; steps += 1) {
    if ((await page.evaluate(() => document.activeElement?.id)) === id) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`Tab never comes to #${id}`);
}

/** The package's message for more than is left. The page puts the field's name before it. */
function tooMuch(locale) {
  const { issues } = validate("refund", { paymentTransactionId: "1", price: "10.01", upTo: "10", locale });
  return issues.find(({ code }) => code === "more_than_up_to").message;
}

const normal = (text) => text.replace(/\s+/g, " ").trim();
