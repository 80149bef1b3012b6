// The package against every fault: its verdicts are as certain as the books allow, not less and not more.

import assert from "node:assert/strict";
import { test } from "node:test";
import { draft, Iyzico } from "../../pkg/inline.js";
import { FAULTS_OF } from "../../www-example/sandbox/fault-queue.mjs";
import { openMerchant } from "./support/package-callers.mjs";
import { BEYOND_READS, nameOf, READS, saysOf } from "./support/package-faults.mjs";
import { HOUR, MINUTE, NOON } from "./support/unkind-shop.mjs";

const FAULTS = FAULTS_OF.card;
const conversationId = "iade-1";

/**
 * The operations that move money, with their target, amount, and the minutes after which an absence counts: alone, and beside somebody
 * else's refund of the same amount.
 */
const operations = {
  refund: {
    params: { paymentTransactionId: "27169345", price: "5.00", currency: "TRY", conversationId },
    paymentId: "25180188",
    moves: "5",
    minutes: 5,
    // The summary would be the same with both.
    minutesBesideAnother: 30,
  },
  refundV2: {
    params: { paymentId: "25180208", price: "12.00", conversationId },
    paymentId: "25180208",
    moves: "12",
    minutes: 5,
    // Both would be more than was paid; but the other's row must be old enough to be in the summary.
    minutesBesideAnother: 7,
  },
  // The summary need not tell of a cancel.
  cancel: { params: { paymentId: "25180188", conversationId }, paymentId: "25180188", moves: "25", minutes: 30, minutesBesideAnother: 30 },
  // It is not documented where iyzico lists it.
  refundChargedFromMerchant: {
    kind: "marketplace",
    params: { paymentTransactionId: "27180002", price: "5.90", conversationId },
    paymentId: "25190001",
    moves: "5.9",
    minutes: Infinity,
    minutesBesideAnother: Infinity,
  },
};

const questions = {
  paymentDetails: { paymentId: "25180188", conversationId },
  refundToBalance: { paymentId: "25180188", callbackUrl: "https://shop.example/iade", conversationId },
};

// Unsigned answers can't have a wrong or missing signature.
const isOfSignature = (fault) => ["wrong-signature", "no-signature"].includes(fault);
const reads = (operation, fault) => (isOfSignature(fault) && !["refund", "refundV2"].includes(operation) ? "success" : READS[fault]);

/** A merchant, and a clock that stands still until it is moved. */
async function open(t, kind) {
  const shop = await openMerchant(t, kind, { now: () => NOON });
  const { sandbox, iyzico, exchange } = shop;
  return {
    ...shop,
    /** Moves the clock to this many milliseconds after noon. Everything is sent at noon. */
    passTo: (after) => sandbox.setClock({ advanceBy: NOON + after - sandbox.now() }),
    async readBack(request, paymentId, fault) {
      const askedAt = sandbox.now();
      const answer = await exchange(iyzico.paymentDetails({ paymentId }), fault);
      const { verdict, reason } = iyzico.reconcile(request, answer, { sentAt: NOON, askedAt });
      return `${verdict}: ${reason}`;
    },
  };
}

/** The expected verdict on a request that did not move money, this long after it was sent. */
function absence(minutes, passed) {
  if (minutes === Infinity) return "ambiguous: unlisted";
  return passed < minutes * MINUTE ? "ambiguous: too-early" : "not-landed: absent";
}

test("every fault of the simulator is tried", () => {
  assert.deepEqual(new Set(Object.keys(READS).map(nameOf)), new Set(Object.keys(FAULTS)));
});

for (const [operation, { kind, params, paymentId, moves, minutes, minutesBesideAnother }] of Object.entries(operations)) {
  for (const fault of Object.keys(READS)) {
    test(`${operation}, ${fault}: ${reads(operation, fault)}`, async (t) => {
      const { sandbox, iyzico, send, readBack, passTo } = await open(t, kind);
      const request = iyzico[operation](params);
      const outcome = await send(request, iyzico, fault);
      const movesAtOnce = sandbox.books(paymentId).movements > 0;

      assert.equal(saysOf(outcome), reads(operation, fault));
      const { carriedOut } = FAULTS[nameOf(fault)];
      assert.equal(movesAtOnce, carriedOut === true);
      if (carriedOut) assert.notEqual(outcome.status, "failure", "money that moved was reported as not moved");
      if (outcome.status === "success") assert.ok(movesAtOnce, "money that did not move was reported as moved");
      if (outcome.status === "unknown") assert.equal(outcome.advice, "reconcile");

      // Read back whatever the outcome was: the books and the read-back never disagree.
      const stored = JSON.parse(JSON.stringify(request));
      for (const after of [0, 5 * MINUTE - 1, 5 * MINUTE, 30 * MINUTE - 1, 30 * MINUTE]) {
        passTo(after);
        const hasMoved = sandbox.books(paymentId).movements > 0;
        assert.equal(await readBack(stored, paymentId), hasMoved ? "landed: carried-out" : absence(minutes, after), `after ${after} ms`);
      }
      assert.equal(sandbox.books(paymentId).moved, carriedOut ? moves : "0");
    });
  }

  for (const [fault, expected] of Object.entries(BEYOND_READS)) {
    test(`${operation}, ${fault}: ${expected}, which is beyond what the package assumes, and read-back finds it`, async (t) => {
      const { sandbox, iyzico, send, readBack, passTo } = await open(t, kind);
      const request = iyzico[operation](params);
      const outcome = await send(request, iyzico, fault);
      assert.deepEqual([outcome.status, outcome.advice], ["failure", expected]);
      passTo(MINUTE);
      assert.equal(sandbox.books(paymentId).movements, 1);
      assert.equal(await readBack(request, paymentId), "landed: carried-out");
    });
  }

  test(`${operation}: read-back that is hit by a fault itself decides nothing that is not so`, async (t) => {
    const { sandbox, iyzico, send, readBack, passTo } = await open(t, kind);
    const request = iyzico[operation](params);
    for (const moved of [false, true]) {
      if (moved) await send(request, iyzico, "lost");
      else passTo(HOUR);
      assert.equal(sandbox.books(paymentId).movements, moved ? 1 : 0);
      for (const fault of Object.keys(READS)) {
        const found = await readBack(request, paymentId, fault);
        const isWhole = fault === "delay:20" || isOfSignature(fault);
        if (isWhole) assert.equal(found, moved ? "landed: carried-out" : absence(minutes, HOUR), fault);
        else assert.match(found, /^ambiguous/, fault);
      }
    }
  });

  test(`${operation}: done twice under one conversationId, or by somebody else, it is not "landed"`, async (t) => {
    const { sandbox, iyzico, send, readBack, passTo } = await open(t, kind);
    const request = iyzico[operation](params);
    await send(iyzico[operation]({ ...params, conversationId: "another" }), iyzico);
    for (const after of [0, 7 * MINUTE - 1, 7 * MINUTE, 30 * MINUTE - 1, 30 * MINUTE]) {
      passTo(after);
      assert.equal(await readBack(request, paymentId), absence(minutesBesideAnother, after), `after ${after} ms`);
    }
    if (operation === "cancel" || operation === "refundV2") return;
    for (let n = 0; n < 2; n += 1) await send(request, iyzico, "lost");
    assert.equal(sandbox.books(paymentId).movements, 3);
    assert.equal(await readBack(request, paymentId), "ambiguous: other-amount");
  });
}

for (const [operation, params] of Object.entries(questions)) {
  for (const fault of Object.keys(READS)) {
    test(`${operation}, ${fault}: ${reads(operation, fault)}, and nothing moves`, async (t) => {
      const { sandbox, iyzico, send } = await open(t);
      const outcome = await send(iyzico[operation](params), iyzico, fault);
      assert.equal(saysOf(outcome), reads(operation, fault));
      if (outcome.status === "unknown") assert.equal(outcome.advice, "retry-later");
      assert.ok(sandbox.allBooks().every(({ movements }) => movements === 0));
    });
  }
}

test("without a fault each operation succeeds and the books agree", async (t) => {
  for (const [operation, { kind, params, paymentId, moves }] of Object.entries(operations)) {
    const { sandbox, iyzico, send } = await open(t, kind);
    const outcome = await send(iyzico[operation](params), iyzico);
    assert.equal(outcome.status, "success", JSON.stringify(outcome));
    assert.equal(outcome.data.price, moves);
    assert.equal(sandbox.books(paymentId).movements, 1);
  }
});

test("a draft from elsewhere is signed over its own bytes", async (t) => {
  const { iyzico, send } = await open(t);
  const { params } = operations.refund;
  const stored = JSON.parse(JSON.stringify(draft("refund", { ...params, reason: "fraud", description: "ürün bozuk 😀" })));
  const outcome = await send(iyzico.sign(stored), iyzico);
  assert.equal(outcome.status, "success", JSON.stringify(outcome));
});

test("keys of another merchant are failures of the credentials", async (t) => {
  const { sandbox, url, send } = await open(t);
  const [{ apiKey }] = sandbox.merchants;
  for (const [keys, code] of [[{ apiKey, secretKey: "wrong" }, "1000"], [{ apiKey: "unknown", secretKey: "wrong" }, "1001"]]) {
    const iyzico = new Iyzico({ ...keys, baseUrl: url });
    const outcome = await send(iyzico.refund(operations.refund.params), iyzico);
    assert.deepEqual([outcome.status, outcome.error.code, outcome.advice], ["failure", code, "fix-credentials"]);
  }
});
