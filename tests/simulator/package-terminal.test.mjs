// The package at a till: a whole day of it, and every fault of the terminal side against the books.

import assert from "node:assert/strict";
import { test } from "node:test";
import { IyzicoTerminal, IyzicoTerminalLogin, validate } from "../../pkg/inline.js";
import { FAULTS_OF } from "../../www-example/sandbox/fault-queue.mjs";
import { openTill } from "./support/package-callers.mjs";
import { nameOf, saysOf, TERMINAL_READS } from "./support/package-faults.mjs";
import { coffee, cup, NOON, refundRequest, SALE, SALE_REFERENCE, voidRequest, wrapping } from "./support/terminal-shop.mjs";
import { HOUR, MINUTE, SECOND } from "./support/unkind-shop.mjs";

const conversationId = "kasa-7";
const operations = {
  refund: refundRequest("OP-1", [coffee({ itemQuantity: 2, totalPriceAmount: 82.3 }), wrapping()], { conversationId }),
  void: voidRequest("OP-1", { conversationId }),
};
const MOVES = { refund: "89.8", void: "250.95" };
const questions = {
  refundableSaleInfo: { transactionReferenceId: SALE_REFERENCE, conversationId },
  transactionStatus: { transactionReferenceId: SALE_REFERENCE, conversationId },
};

const FAULTS = FAULTS_OF.terminal;

/** A till, and a clock that stands still until it is moved. */
async function open(t) {
  const shop = await openTill(t, { now: () => NOON });
  const { sandbox, terminal, exchange } = shop;
  return {
    ...shop,
    /** Moves the clock to this many milliseconds after noon. Everything is sent at noon. */
    passTo: (after) => sandbox.setClock({ advanceBy: NOON + after - sandbox.now() }),
    async readBack(request, transactionReferenceId = "OP-1", fault = undefined) {
      const question = terminal.transactionStatus({ transactionReferenceId });
      const askedAt = sandbox.now();
      const { verdict, reason } = terminal.reconcile(request, await exchange(question, fault), { sentAt: NOON, askedAt, question });
      return `${verdict}: ${reason}`;
    },
  };
}

/** The expected verdict on a request that was not carried out, this long after it was sent. */
const absence = (passed) => (passed < 5 * MINUTE ? "ambiguous: too-early" : "not-landed: absent");

test("every fault of the terminal side is tried", () => {
  assert.deepEqual(new Set(Object.keys(TERMINAL_READS).map(nameOf)), new Set(Object.keys(FAULTS)));
});

for (const [operation, params] of Object.entries(operations)) {
  for (const [fault, expected] of Object.entries(TERMINAL_READS)) {
    test(`terminal.${operation}, ${fault}: ${expected}`, async (t) => {
      const { sandbox, terminal, send, readBack, passTo } = await open(t);
      const request = terminal[operation](params);
      const outcome = await send(request, terminal, fault);
      const books = () => sandbox.saleBooks(SALE.paymentId);
      const movesAtOnce = books().movements > 0;

      assert.equal(saysOf(outcome), expected);
      const { carriedOut } = FAULTS[nameOf(fault)];
      assert.equal(movesAtOnce, carriedOut === true);
      if (carriedOut) assert.notEqual(outcome.status, "failure", "money that moved was reported as not moved");
      if (outcome.status === "success") assert.ok(movesAtOnce, "money that did not move was reported as moved");
      if (outcome.status === "unknown") assert.equal(outcome.advice, "reconcile");

      const stored = JSON.parse(JSON.stringify(request));
      for (const after of [0, 5 * MINUTE - 1, 5 * MINUTE]) {
        passTo(after);
        const hasMoved = books().movements > 0;
        assert.equal(await readBack(stored), hasMoved ? "landed: carried-out" : absence(after), `after ${after} ms`);
      }
      assert.equal(books().moved, carriedOut ? MOVES[operation] : "0");
    });
  }

  test(`terminal.${operation}: a status that is hit by a fault itself decides nothing that is not so`, async (t) => {
    const { terminal, send, readBack, passTo } = await open(t);
    const request = terminal[operation](params);
    for (const moved of [false, true]) {
      if (moved) await send(request, terminal, "lost");
      else passTo(HOUR);
      for (const fault of Object.keys(TERMINAL_READS)) {
        const found = await readBack(request, "OP-1", fault);
        // An error is added to a success only; "no such transaction" stays what it is.
        const isWhole = fault === "delay:20" || (!moved && fault.startsWith("success-with-error"));
        if (isWhole) assert.equal(found, moved ? "landed: carried-out" : "not-landed: absent", fault);
        else assert.match(found, /^ambiguous/, fault);
      }
    }
  });
}

for (const [operation, params] of Object.entries(questions)) {
  for (const [fault, expected] of Object.entries(TERMINAL_READS)) {
    test(`terminal.${operation}, ${fault}: ${expected}, and nothing moves`, async (t) => {
      const { sandbox, terminal, send } = await open(t);
      const outcome = await send(terminal[operation](params), terminal, fault);
      assert.equal(saysOf(outcome), expected);
      if (outcome.status === "unknown") assert.equal(outcome.advice, "retry-later");
      assert.ok(sandbox.allSaleBooks().every(({ movements }) => movements === 0));
    });
  }
}

for (const settings of [
  { terminalStatus: "uppercase" }, { terminalSuccessCode: "" }, { terminalSuccessCode: null }, { terminalErrorGroup: true }, { failureStatus: 400 },
]) {
  test(`the documents disagree, and ${JSON.stringify(settings)} reads like the rest`, async (t) => {
    const { sandbox, terminal, send, succeed, readBack, passTo } = await open(t);
    sandbox.configure(settings);
    const sale = await succeed(terminal.refundableSaleInfo({ transactionReferenceId: SALE_REFERENCE }), terminal);
    const request = terminal.refund(refundRequest("R-1", [wrapping()]), { sale });
    assert.equal((await succeed(request, terminal)).price, "7.5");
    const again = await send(request, terminal);
    assert.deepEqual([again.status, again.error.code, again.advice], ["failure", "380105", "fix-request"]);
    assert.equal(again.error.group, settings.terminalErrorGroup ? "VALIDATION_ERROR" : null);
    assert.equal(await readBack(request, "R-1"), "landed: carried-out");
    const never = terminal.refund(refundRequest("R-2", [cup()]));
    passTo(5 * MINUTE);
    assert.equal(await readBack(never, "R-2"), "not-landed: absent");
    const busy = await send(terminal.void(voidRequest("V-1")), terminal, "device-busy");
    assert.deepEqual([busy.status, busy.advice], ["failure", "retry-later"]);
    const doubt = await send(never, terminal, "device-timeout");
    assert.deepEqual([doubt.status, doubt.error.code], ["unknown", "380103"]);
  });
}

test("a day: login, refund two of three items, void, a time-out that had landed, an expired token", async (t) => {
  const { sandbox, url, login, tokens, terminal, exchange, send, succeed, passTo } = await open(t);

  const sale = await succeed(terminal.refundableSaleInfo({ transactionReferenceId: SALE_REFERENCE, deviceUniqueId: "P00134" }), terminal);
  assert.deepEqual([sale.totalReturnableAmount, sale.saleItems.length], ["250.95", 3]);
  const [coffeeLine, cupLine] = sale.saleItems;
  const lines = [
    coffee({ relatedSaleItemId: coffeeLine.id, itemQuantity: 3, totalPriceAmount: coffeeLine.totalPriceAmount, unitPriceAmount: "41.15", grossPriceAmount: "123.45" }),
    cup({ relatedSaleItemId: cupLine.id, itemQuantity: cupLine.returnableQuantity, totalPriceAmount: cupLine.returnableAmount }),
  ];
  const request = refundRequest("RETURN-1", lines, { relatedSaleId: sale.saleUid });
  const refunded = await succeed(terminal.refund(request, { sale }), terminal);
  assert.deepEqual([refunded.price, sandbox.saleBooks(SALE.paymentId).left], ["243.45", "7.5"]);

  const left = await succeed(terminal.refundableSaleInfo({ transactionReferenceId: SALE_REFERENCE }), terminal);
  const again = refundRequest("RETURN-2", lines, { relatedSaleId: sale.saleUid });
  assert.throws(
    () => terminal.refund(again, { sale: left }),
    ({ issues }) => issues.at(-1).code === "more_than_total_returnable_amount" && issues.some(({ code }) => code === "more_than_returnable_quantity"),
  );
  const refused = await send(terminal.refund(again), terminal);
  assert.deepEqual([refused.status, refused.error.code], ["failure", "380112"], "without the sale the till decides");

  const other = { deviceUniqueId: "P00135", paymentId: "PAY-9876544", paymentDate: "20260310", transactionReferenceId: "VOID-1" };
  assert.equal((await succeed(terminal.void(other), terminal)).price, "120");
  assert.equal(sandbox.saleBooks("PAY-9876544").voided, true);

  const last = terminal.refund(refundRequest("RETURN-3", [wrapping()]), { sale: left });
  const timedOut = await send(last, terminal, "device-timeout");
  assert.deepEqual([timedOut.status, timedOut.reason, timedOut.error.code, timedOut.advice], ["unknown", "timeout-code", "380103", "reconcile"]);

  passTo(7199 * SECOND);
  const status = { transactionReferenceId: "RETURN-3" };
  const times = { sentAt: NOON, askedAt: sandbox.now() };
  const expired = await send(terminal.transactionStatus(status), terminal);
  assert.deepEqual([expired.status, expired.error.code, expired.advice], ["failure", "100311", "renew-token"]);
  const { verdict, reason } = terminal.reconcile(last, { status: 200, text: expired.raw }, times);
  assert.deepEqual([verdict, reason], ["ambiguous", "refused"], "an expired token says nothing of the refund");
  const renewed = await succeed(login.refresh({ refresh_token: tokens.refresh_token }), login);
  const spent = await send(login.refresh({ refresh_token: tokens.refresh_token }), login);
  assert.deepEqual([spent.status, spent.advice], ["failure", "renew-token"]);
  const next = terminal.withToken(renewed.access_token);
  const found = next.reconcile(last, await exchange(next.transactionStatus(status)), times);
  assert.deepEqual([found.verdict, found.reversals.length, found.reversals[0].reference], ["landed", 1, "RETURN-3"]);

  const { left: nothing, movements, moved } = sandbox.saleBooks(SALE.paymentId);
  assert.deepEqual([nothing, movements, moved], ["0", 2, "250.95"]);
  const stranger = new IyzicoTerminal({ accessToken: "of-nobody", baseUrl: url });
  assert.equal((await send(stranger.transactionStatus(status), stranger)).advice, "renew-token");
});

test("the check against the sale says what the till says, for any lines", async (t) => {
  const { sandbox, terminal, send, succeed } = await open(t);
  // Fixed numbers that look random, so that a failure is reproducible.
  let seed = 7;
  const below = (bound) => (seed = (seed * 48271) % 2147483647) % bound;
  const verdicts = { true: 0, false: 0 };
  for (let n = 0; n < 40; n += 1) {
    const sold = sandbox.createSale({ lines: ["A", "B", "C"].map((name) => ({ name, quantity: 1 + below(3), unitPrice: `${1 + below(9)}.${below(10)}` })) });
    const { paymentId, paymentDate, transactionReferenceId } = sold;
    for (let m = 0; m < 5; m += 1) {
      const sale = await succeed(terminal.refundableSaleInfo({ transactionReferenceId }), terminal);
      const saleItems = Array.from({ length: 1 + below(3) }, () => {
        const line = sold.lines[below(3)];
        const amount = `${below(Math.ceil(Number(line.unitPrice)) + 1)}.${1 + below(9)}`;
        const named = [{ name: line.name }, { name: line.name, relatedSaleItemId: line.id }, { name: "D" }][below(8) === 0 ? 2 : below(2)];
        return cup({ unitPriceAmount: line.unitPrice, totalPriceAmount: amount, grossPriceAmount: amount, itemQuantity: 1 + below(2), ...named });
      });
      const params = refundRequest(`R-${n}-${m}`, saleItems, { paymentId, paymentDate });
      const { ok, issues } = validate("terminal.refund", params, { sale });
      const { status } = await send(terminal.refund(params), terminal);
      assert.equal(ok, status === "success", JSON.stringify({ params, sale, issues }));
      verdicts[ok] += 1;
    }
  }
  assert.ok(verdicts.true > 20 && verdicts.false > 20, JSON.stringify(verdicts));
});

test("wrong credentials of a login are told as such", async (t) => {
  const { url, sandbox, send } = await open(t);
  const [{ clientId, clientSecret, username, password }] = sandbox.terminalUsers;
  const authorize = { username, password, request_timestamp: "1" };
  const good = new IyzicoTerminalLogin({ clientId, clientSecret, baseUrl: url });
  const bad = new IyzicoTerminalLogin({ clientId, clientSecret: "wrong", baseUrl: url });
  for (const [login, step, params, advice] of [
    [bad, "authorize", authorize, "fix-credentials"],
    [good, "authorize", { ...authorize, password: "wrong" }, "fix-credentials"],
    [bad, "token", { code: "x" }, "fix-credentials"],
    [good, "token", { code: "x" }, "renew-token"],
    [good, "refresh", { refresh_token: "x" }, "renew-token"],
  ]) {
    const outcome = await send(login[step](params), login);
    assert.deepEqual([outcome.status, outcome.advice], ["failure", advice], `${step} ${JSON.stringify(outcome)}`);
  }
  for (const fault of ["lost", "cut", "cut-clean", "html502", "empty200", "redirect", "html502-before", "refused-before"]) {
    const outcome = await send(good.authorize(authorize), good, fault);
    assert.deepEqual([outcome.status, outcome.advice], ["unknown", "retry-later"], fault);
  }
});
