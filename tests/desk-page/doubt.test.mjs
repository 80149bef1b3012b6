// What must never become two refunds: double clicks, two operators, lost answers, lost networks.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openNetwork } from "./support/network.mjs";
import { askRefund, find, minutes, openDesk, outcome, refund } from "./support/open.mjs";

let heard = () => {};
const { desk, sandbox, signedIn, newPayment } = await openDesk({ log: (entry) => heard(entry) });
const BROKEN = /net::ERR|Failed to load resource/;
const REFUND = "/payment/refund";
const READ_BACK = "/v2/reporting/payment/details";

test("a double click moves the money once", async (t) => {
  const { paymentId, items, books } = newPayment();
  const page = await signedIn(t);
  await find(page, paymentId);
  await page.click(`#refund-${items[0]}`);
  await page.fill("#amount", "5");
  await page.dblclick("#ask");
  await page.waitForSelector("dialog[open]");
  await page.locator("#confirm-yes").evaluate((button) => {
    button.click();
    button.click();
  });
  await outcome(page, "success");
  assert.deepEqual([books().movements, books().refunded], [1, "5"]);
});

test("two operators who mean the same refund make it once, and both see it", async (t) => {
  const { paymentId, items, books } = newPayment();
  const [one, two] = [await signedIn(t), await signedIn(t, { operator: 1 })];
  for (const page of [one, two]) {
    await find(page, paymentId);
    await askRefund(page, items[0], "5");
  }
  sandbox.fault({ fault: "delay:1500", path: REFUND });
  await one.click("#confirm-yes");
  await one.waitForSelector(".outcome");
  await two.click("#confirm-yes");
  await outcome(one, "success");
  assert.match(await outcome(two, "success"), /kasa-1 began this .* It was not sent a second time/s);
  assert.deepEqual([books().movements, books().refunded], [1, "5"]);
  await two.waitForFunction(() => /kasa-1, kasa-2/.test(document.querySelector(".history")?.textContent ?? ""));
});

test("an old picture can't refund again what another operator already refunded", async (t) => {
  const { paymentId, items, books } = newPayment();
  const [one, two] = [await signedIn(t), await signedIn(t, { operator: 1 })];
  for (const page of [one, two]) await find(page, paymentId);
  await refund(one, items[0], "10");
  await outcome(one, "success");
  await refund(two, items[0], "10");
  assert.match(await outcome(two, "success"), /kasa-1 began this/);
  assert.equal(books().movements, 1);
});

test("what is more than another operator has left is refused, and the picture is fresh", async (t) => {
  const { paymentId, items, books } = newPayment();
  const [one, two] = [await signedIn(t), await signedIn(t, { operator: 1, expected: /409/ })];
  for (const page of [one, two]) await find(page, paymentId);
  await refund(one, items[0], "8");
  await outcome(one, "success");
  await refund(two, items[0], "9");
  assert.match(await outcome(two, "refused"), /more than what is still refundable/);
  await two.waitForFunction(
    (id) => /8\.00/.test(document.querySelector(`[data-item="${id}"] .legend .refunded`)?.textContent ?? ""),
    items[0],
  );
  assert.equal(books().movements, 1);
});

for (const [language, checking, found] of [
  ["tr", /iyzico ile kontrol ediliyor…/, /kayıtlarında bulundu/],
  ["en", /Checking with iyzico…/, /is in iyzico's records/],
]) {
  test(`an answer that is lost settles by itself: it had landed (${language})`, async (t) => {
    const { paymentId, items, books } = newPayment();
    const page = await signedIn(t, { language });
    await find(page, paymentId);
    showingLate(t, 10);
    sandbox.fault({ fault: "lost", path: REFUND });
    await refund(page, items[0], "2.50");
    assert.match(await outcome(page, "checking"), checking);
    assert.match(await outcome(page, "success"), found);
    assert.deepEqual([books().movements, books().refunded], [1, "2.5"]);
  });
}

test("a request that never arrived settles by itself: nothing moved, and it can be tried again", async (t) => {
  const { paymentId, items, books } = newPayment();
  const page = await signedIn(t);
  await find(page, paymentId);
  sandbox.fault({ fault: "refused-before", path: REFUND });
  await refund(page, items[0], "2.50");
  await outcome(page, "checking");
  await page.waitForSelector(".summary .legend .pending");
  assert.match(await page.innerText(`[data-item="${items[0]}"] .legend .pending`), /2\.50/);
  assert.match(await outcome(page, "failure"), /No money moved; you can try again/);
  assert.equal(books().movements, 0);
  await page.click("#outcome-again");
  await page.click("#ask");
  await page.click("#confirm-yes");
  await outcome(page, "success");
  assert.equal(books().movements, 1);
});

test("a network lost in the middle of a refund settles once it is back", async (t) => {
  const { paymentId, items, books } = newPayment();
  const network = await newNetwork(t);
  const page = await signedIn(t, { expected: BROKEN, url: network.url });
  await find(page, paymentId);
  sandbox.fault({ fault: "delay:2500", path: REFUND });
  await refund(page, items[0], "4");
  await until(() => books().movements === 1);
  network.break();
  assert.match(await outcome(page, "offline"), /Connection lost, asking for the outcome…/);
  network.heal();
  await outcome(page, "success");
  await page.waitForSelector(".badge.partly");
  assert.deepEqual([books().movements, books().refunded], [1, "4"]);
});

test("a network lost before the desk has it: the page says so, and sending again moves the money once", async (t) => {
  const { paymentId, items, books } = newPayment();
  const network = await newNetwork(t);
  const page = await signedIn(t, { expected: BROKEN, url: network.url });
  await find(page, paymentId);
  await askRefund(page, items[0], "4");
  network.break();
  await page.click("#confirm-yes");
  await outcome(page, "offline");
  network.heal();
  assert.match(await outcome(page, "not-taken"), /nothing was sent to iyzico/);
  assert.equal(books().movements, 0);
  await page.click("#outcome-resend");
  await outcome(page, "success");
  assert.equal(books().movements, 1);
});

test("an answer that isn't the worker's is no refusal: the ledger is asked", async (t) => {
  const { paymentId, items, books } = newPayment();
  const page = await signedIn(t, { expected: BROKEN });
  await page.route("**/intents", async (route) => {
    await route.fetch();
    await route.fulfill({ status: 502, contentType: "text/html", body: "<h1>Bad gateway</h1>" });
  });
  await find(page, paymentId);
  await refund(page, items[0], "4");
  await outcome(page, "offline");
  await outcome(page, "success");
  assert.equal(books().movements, 1);
});

test("a page closed in the middle finds the refund settled when it comes back", async (t) => {
  const { paymentId, items, books } = newPayment();
  const page = await signedIn(t, { expected: BROKEN });
  await find(page, paymentId);
  sandbox.fault({ fault: "lost", path: REFUND });
  await refund(page, items[0], "4");
  await page.waitForSelector(".outcome");
  await page.reload();
  await page.waitForSelector(".history .state.success");
  assert.equal(books().movements, 1);
});

for (const [language, words] of [
  ["tr", [/Bir kişinin bakması gerek/, /conversationId değeri refund-/, /iyzico panelinde/]],
  ["en", [/A person must look/, /with the conversationId refund-/, /in iyzico's panel/]],
]) {
  test(`what read-back can't tell is left to a person (${language})`, async (t) => {
    const { paymentId, items, books } = newPayment();
    const page = await signedIn(t, { language, expected: BROKEN });
    await find(page, paymentId);
    sandbox.fault({ fault: "lost", path: REFUND });
    // From the moment the refund is in, iyzico's records can't be read.
    heard = ({ path }) => path === REFUND && sandbox.fault({ fault: "empty200", path: READ_BACK, times: 10_000 });
    t.after(() => {
      heard = () => {};
      sandbox.clearFaults();
    });
    await refund(page, items[0], "4");
    const told = await outcome(page, "ambiguous", 60_000);
    for (const word of words) assert.match(told, word);
    assert.match(told, new RegExp(`refund-${items[0]}-4-1`));
    await page.waitForSelector("#stale");
    await page.click("#outcome-again");
    await page.click("#show-ambiguous");
    await outcome(page, "ambiguous");

    heard = () => {};
    sandbox.clearFaults();
    await page.click("#outcome-look");
    await outcome(page, "success");
    await page.waitForSelector("#stale", { state: "detached" });
    assert.equal(books().movements, 1);
  });
}

for (const [language, words] of [
  ["tr", [/10,00\sTL iade edilmedi/, /önce olmadı denmişti/, /meğer gerçekleşmiş/]],
  ["en", [/TRY\s10\.00 was not refunded/, /called a failure before/, /carried out after all; nothing was sent/]],
]) {
  test(`a failure that was carried out after all: shown, and nothing else is sent before it is seen (${language})`, async (t) => {
    const { paymentId, items, books } = newPayment(["100.00"]);
    const page = await signedIn(t, { language, expected: /409/ });
    await find(page, paymentId);
    showingLate(t, 20);
    sandbox.fault({ fault: "unlisted-done:5999", path: REFUND });
    await refund(page, items[0], "10");
    assert.match(await outcome(page, "failure"), words[0]);
    await page.click("#outcome-again");
    await page.waitForSelector("#hindrance");
    await minutes(20);

    // The page still believes that nothing moved.
    await refund(page, items[0], "20");
    assert.match(await outcome(page, "refused"), words[2]);
    assert.equal(books().movements, 1);
    await page.waitForSelector(".history .state.success");
    await page.click("#outcome-again");
    assert.match(await page.innerText("#hindrance"), words[1]);
    await page.click("#show-ambiguous");
    assert.match(await outcome(page, "success"), words[1]);
    await page.click("#outcome-known");
    await page.waitForSelector("#outcome-known", { state: "detached" });
    await page.click("#outcome-again");
    await page.waitForSelector("#hindrance", { state: "detached" });
    await refund(page, items[0], "20");
    await outcome(page, "success");
    assert.equal(books().movements, 2);
  });
}

for (const [language, words] of [
  ["tr", [/ki kişi sonuçlandırana kadar/, /adının değişmiş hali/, /kasa-1 yapılmış buldu/, /İki kişi, ayrı ayrı bakıp/]],
  ["en", [/until two people have settled it/, /may be this one's, altered/, /kasa-1 found that it was carried out/, /Two people looked/]],
]) {
  test(`two people settle what iyzico's records leave open (${language})`, async (t) => {
    const { paymentId, items, books } = newPayment(["100.00"]);
    sandbox.setUnkind({ ids: "cut:20" });
    t.after(() => sandbox.beKind());
    const [one, two] = [await signedIn(t, { language }), await signedIn(t, { language, operator: 1 })];
    await find(one, paymentId);
    sandbox.fault({ fault: "lost", path: REFUND });
    await refund(one, items[0], "12.345678");
    const told = await outcome(one, "ambiguous");
    assert.match(told, words[0]);
    assert.match(told, words[1]);
    assert.match(await one.innerText("#read-back"), new RegExp(`refund-${items[0]}-12.345678-1`.slice(0, 20)));

    await one.click("#settle-go");
    assert.notEqual(await one.innerText("#settle-problem"), "");
    await one.check("#settle-landed", { force: true });
    await one.fill("#settle-reason", "in the panel");
    await one.fill("#settle-evidence", "panel 30000001");
    await one.click("#settle-go");
    await one.waitForSelector("#proposal");

    await find(two, paymentId);
    await two.click("#show-ambiguous");
    assert.match(await two.innerText("#proposal"), words[2]);
    assert.match(await two.innerText("#proposal"), /panel 30000001/);
    await two.check("#settle-landed", { force: true });
    await two.fill("#settle-reason", "seen, too");
    await two.fill("#settle-evidence", "bank statement");
    await two.click("#settle-go");
    assert.match(await outcome(two, "success"), words[3]);
    assert.equal(books().movements, 1);
  });
}

test("the switch stops all sending, and lets it go on", async (t) => {
  const { paymentId, items, books } = newPayment();
  const page = await signedIn(t, { expected: /503/ });
  await page.click("#to-sending");
  await page.waitForSelector('#sending[data-on="true"]');
  await page.click("#turn");
  assert.notEqual(await page.innerText("#reason-error"), "");
  await page.fill("#reason", "iyzico calls");
  await page.click("#turn");
  await page.waitForSelector('#sending[data-on="false"]');
  assert.match(await page.innerText("#sending-state"), /kasa-1 stopped it .*iyzico calls/);

  await page.click("#to-payments");
  await find(page, paymentId);
  await refund(page, items[0], "1");
  assert.match(await outcome(page, "refused"), /Sending is stopped.*iyzico calls/s);
  assert.equal(books().movements, 0);

  await page.click("#to-sending");
  await page.waitForSelector("#sending");
  await page.fill("#reason", "all is well");
  await page.click("#turn");
  await page.waitForSelector('#sending[data-on="true"]');
});

/** iyzico's records show what happens only so many minutes later. */
function showingLate(t, count) {
  sandbox.setUnkind({ lagSummaryMs: count * 60_000, lagRowsMs: count * 60_000 });
  t.after(() => sandbox.beKind());
}

async function newNetwork(t) {
  const network = await openNetwork(desk.url);
  t.after(() => network.close());
  return network;
}

async function until(isSo) {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 50));
}
