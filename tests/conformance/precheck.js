// Before a draft is sent: it is clear only if iyzico's answer rules out an earlier landing. pictures.js has the rules that Rust checks as well.

import { equal } from "./support/assert.js";
import { carriedOut, FAILED, item, LATE, made, partly, payment, refunds, SENT_AT, shown } from "./support/books.js";
import { answerText, GATEWAY_STATUSES, httpAnswer, most, OPERATIONS } from "./support/samples.js";
import { landed, most as tillMost } from "./support/till.js";

const DRAFTED = SENT_AT;

/** The times of a draft, and of a question so many minutes later. */
const times = (minutes) => ({ draftedAt: DRAFTED, askedAt: DRAFTED + minutes * 60_000 });

export function precheck({ test, pkg, iyzico, terminal }) {
  const says = ({ verdict, reason }) => `${verdict}: ${reason}`;
  const draft = pkg.draft("refund", most.refund);
  const own = most.refund.conversationId;
  const items = (...rows) => ({ itemTransactions: [item("27169345", refunds(...rows))] });
  const asks = (payments, members, status) => says(iyzico.precheck(draft, shown(payments, members, status)));

  for (const operation of OPERATIONS) {
    const { paymentId = "25180188", paymentTransactionId = "1", currency } = most[operation];
    const nothing = shown([payment({ paymentId, currency, itemTransactions: [item(paymentTransactionId)] })]);
    // It is not documented where iyzico lists a refund that is charged to the merchant.
    const expected = operation === "refundChargedFromMerchant" ? "ambiguous: unlisted" : "clear: absent";

    test(`${operation}: clear when no row could be it; a draft, a request or a stored one is enough`, () => {
      const made = pkg.draft(operation, most[operation]);
      for (const sent of [made, iyzico.sign(made), JSON.parse(JSON.stringify(made)), structuredClone(made), { operation, body: made.body }]) {
        equal(says(iyzico.precheck(sent, nothing)), expected);
      }
    });

    test(`${operation}: never clear for a request that is not ours`, () => {
      for (const sent of [null, undefined, {}, { operation }, { operation, body: "{}" }, 5, "x"]) equal(says(iyzico.precheck(sent, nothing)), "ambiguous: request-unreadable");
    });
  }

  test("landed when its row is listed already", () => {
    equal(asks([partly(items(carriedOut(own, "5")))]), "landed: carried-out");
    equal(asks([partly(items(carriedOut(own, "5", { createdDate: made(-60 * 24 * 90) })))]), "landed: carried-out", "however long ago, when nobody says when it was drafted");
    const { verdict, reversals } = iyzico.precheck(draft, shown([partly(items(carriedOut(own, "5")))]));
    equal([verdict, reversals.length, reversals[0].reference], ["landed", 1, own]);
  });

  test("no time has to pass, and none is asked for", () => {
    for (const systemTime of [undefined, 0, 1, LATE.askedAt, Number.MAX_SAFE_INTEGER]) equal(asks([payment(items())], { systemTime }), "clear: absent");
    // Somebody else's partial refund: for a request that was sent, this would be too early.
    equal(asks([partly(items(carriedOut("another", "5")))]), "clear: absent");
    for (const known of [undefined, null, 5, {}, { draftedAt: DRAFTED }, { askedAt: DRAFTED }, times(0), times(60), times(-1), { draftedAt: "x", askedAt: {} }]) {
      equal(says(iyzico.precheck(draft, shown([payment(items())]), known)), "clear: absent", JSON.stringify(known));
    }
  });

  test("with the times, a copy of an older answer is recognised", () => {
    const asks = (away, known = times(1)) => says(iyzico.precheck(draft, shown([payment(items())], { systemTime: known.askedAt + away }), known));
    for (const away of [0, 120_000, -120_000]) equal(asks(away), "clear: absent", `${away} ms`);
    for (const away of [120_001, -120_001, -3_600_000]) equal(asks(away), "ambiguous: clock-skew", `${away} ms`);
    // A row that was carried out counts, whatever the clocks say.
    const landed = shown([partly(items(carriedOut(own, "5")))], { systemTime: 1 });
    equal(says(iyzico.precheck(draft, landed, times(1))), "landed: carried-out");
  });

  test("with the times, a row that is older than the draft can't be it", () => {
    for (const [minutes, verdict] of [[-11, "clear: absent"], [-60 * 24, "clear: absent"], [-9, "ambiguous: no-conversation-id"], [1, "ambiguous: no-conversation-id"]]) {
      const answer = shown([partly(items(carriedOut(undefined, "5", { createdDate: made(minutes) })))]);
      equal(says(iyzico.precheck(draft, answer, times(1))), verdict, `${minutes} minutes`);
      equal(says(iyzico.precheck(draft, answer)), "ambiguous: no-conversation-id", "nobody knows when it was drafted");
    }
    const reused = shown([partly(items(carriedOut(own, "5", { createdDate: made(-11) })))]);
    equal(says(iyzico.precheck(draft, reused, times(1))), "ambiguous: earlier-row");
  });

  test("an attempt that failed does not block another", () => {
    const answer = shown([payment(items(carriedOut(own, "5", FAILED)))]);
    const found = iyzico.precheck(draft, answer);
    equal([says(found), found.reversals.map(({ state }) => state)], ["clear: failed", ["failed"]]);
  });

  test("an answer that proves nothing leaves a doubt", () => {
    equal(asks([payment(items())], { errorMessage: "x" }), "ambiguous: contradiction");
    equal(asks([]), "ambiguous: not-found");
    for (const status of [201, 299]) equal(asks([payment(items())], {}, status), "clear: absent");
    for (const status of [400, ...GATEWAY_STATUSES]) equal(asks([payment(items())], {}, status), "ambiguous: http-status");
    for (const [doubt, answer] of [
      ["no-answer", null], ["unreadable", httpAnswer("<html>")], ["not-found", httpAnswer('{"status":"failure","errorCode":"5087"}')],
      ["refused", httpAnswer('{"status":"failure","errorCode":"1001"}', 401)], ["http-status", httpAnswer("", 302)],
    ]) {
      equal(says(iyzico.precheck(draft, answer)), `ambiguous: ${doubt}`);
    }
  });

  test("a till: clear when iyzico knows nothing under its own reference", () => {
    for (const [operation, hostReference] of [["terminal.refund", "refundHostReference"], ["terminal.void", "cancelHostReference"]]) {
      const own = tillMost[operation].transactionReferenceId;
      const draft = JSON.parse(JSON.stringify(pkg.draft(operation, tillMost[operation])));
      const question = terminal.transactionStatus({ transactionReferenceId: own });
      const refusal = (members, status) => httpAnswer(answerText({ status: "failure", errorCode: "380108", ...members }), status);
      const asks = (answer, known) => says(terminal.precheck(draft, answer, known));
      for (const status of [200, 400]) {
        equal(asks(refusal({ transactionReferenceId: own }, status)), "clear: absent");
        equal(asks(refusal({}, status), { question }), "clear: absent");
        equal(asks(refusal({}, status), { question: pkg.draft("terminal.transactionStatus", { transactionReferenceId: own }) }), "clear: absent");
      }
      equal(asks(refusal({})), "ambiguous: other-question");
      equal(asks(refusal({}), { question: terminal.transactionStatus({ transactionReferenceId: "SALE-1" }) }), "ambiguous: other-question");
      equal(asks(refusal({ errorCode: "380112" }), { question }), "ambiguous: refused");
      equal(asks(refusal({ transactionReferenceId: own }, 404)), "ambiguous: http-status");
      const known = { ...landed["terminal.transactionStatus"], transactionReferenceId: own, refundHostReference: undefined };
      equal(asks(httpAnswer(answerText({ ...known, [hostReference]: "17" }))), "landed: carried-out");
      equal(asks(httpAnswer(answerText(known))), "ambiguous: no-host-reference");
    }
  });
}
