// An absence counts only when both clocks say that it is late enough; nobody can shorten that.

import { equal } from "./assert.js";
import { asked, carriedOut, FAILED, item, LATE, partly, payment, refunds, SENT_AT, shown } from "./books.js";
import { most } from "./samples.js";

const SECOND = 1000;
const MINUTE = 60 * SECOND;

export function reconcileTimes({ test, iyzico }) {
  const request = iyzico.refund(most.refund);
  const items = (...rows) => ({ itemTransactions: [item("27169345", refunds(...rows))] });
  /** Had it landed, the summary would not say NOT_REFUNDED. */
  const summaryTells = payment(items());
  /** Had it landed, the summary would read the same: only its row would tell. */
  const listsTell = partly(items(carriedOut("another", "1")));
  const asks = (shows, times, members) => {
    const { verdict, reason } = iyzico.reconcile(request, shown([shows], members), times);
    return `${verdict}: ${reason}`;
  };

  for (const [what, shows, minutes] of [["the summary would tell", summaryTells, 5], ["only a row would tell", listsTell, 30]]) {
    test(`where ${what}, ${minutes} minutes have to pass`, () => {
      for (const [askedAfter, verdict] of [
        [-MINUTE, "ambiguous: too-early"], [0, "ambiguous: too-early"], [minutes * MINUTE - 1, "ambiguous: too-early"], [minutes * MINUTE, "not-landed: absent"],
        [365 * 24 * 60 * MINUTE, "not-landed: absent"],
      ]) {
        equal(asks(shows, { sentAt: SENT_AT, askedAt: SENT_AT + askedAfter }), verdict, `${askedAfter} ms`);
      }
    });

    test(`where ${what}, iyzico's clock must agree`, () => {
      const times = asked(minutes);
      for (const [away, verdict] of [
        [0, "not-landed: absent"], [1, "not-landed: absent"], [2 * MINUTE, "not-landed: absent"], [2 * MINUTE + 1, "ambiguous: clock-skew"], [-1, "ambiguous: too-early"],
        [-2 * MINUTE, "ambiguous: too-early"], [-2 * MINUTE - 1, "ambiguous: clock-skew"], [-times.askedAt, "ambiguous: clock-skew"], [60 * MINUTE, "ambiguous: clock-skew"],
      ]) {
        for (const systemTime of [times.askedAt + away, String(times.askedAt + away)]) equal(asks(shows, times, { systemTime }), verdict, `${away} ms`);
      }
      const later = { ...times, askedAt: times.askedAt + 2 * MINUTE };
      equal(asks(shows, later, { systemTime: times.askedAt }), "not-landed: absent");
      for (const systemTime of [undefined, null]) equal(asks(shows, times, { systemTime }), "not-landed: absent", "iyzico names no time");
      for (const systemTime of ["now", 1.5, {}]) equal(asks(shows, times, { systemTime }), "ambiguous: unreadable");
    });

    test(`where ${what}, nothing is absent without the times`, () => {
      const { sentAt, askedAt } = LATE;
      for (const times of [
        undefined, null, 5, "x", {}, { sentAt }, { askedAt }, { sentAt: null, askedAt }, { sentAt, askedAt: null }, { sentAt: String(sentAt), askedAt }, { sentAt, askedAt: String(askedAt) },
        { sentAt: BigInt(sentAt), askedAt }, { sentAt: new Date(sentAt), askedAt: new Date(askedAt) }, { sentAt: sentAt + 0.5, askedAt }, { sentAt: NaN, askedAt }, { sentAt: -Infinity, askedAt },
        { sentAt: -1e300, askedAt }, { sentAt, askedAt: 2 ** 53 }, { sentAt: 1764099400, askedAt: 1764103000 }, { sentAt: sentAt * 1000, askedAt: askedAt * 1000 },
        { sentAt: 0, askedAt }, { sentAt: -sentAt, askedAt }, [sentAt, askedAt], { sent: sentAt, asked: askedAt }, { get sentAt() { throw new Error("hostile"); }, askedAt },
        new Proxy({}, { get() { throw new Error("hostile"); } }),
      ]) {
        equal(asks(shows, times), "ambiguous: no-times");
      }
    });
  }

  test("each time is read once, whoever holds it", () => {
    const reads = { sentAt: 0, askedAt: 0 };
    const times = { get sentAt() { return (reads.sentAt += 1) && LATE.sentAt; }, get askedAt() { return (reads.askedAt += 1) && LATE.askedAt; } };
    equal([asks(summaryTells, times), reads], ["not-landed: absent", { sentAt: 1, askedAt: 1 }]);
    equal(asks(summaryTells, Object.create(LATE)), "ambiguous: no-times", "inherited ones are none");
  });

  test("no member shortens it", () => {
    const early = asked(1);
    for (const more of [{ lag: 0 }, { minutes: 0 }, { force: true }, { summaryLag: 0 }, { now: LATE.askedAt }, { question: {} }]) {
      equal(asks(summaryTells, { ...early, ...more }), "ambiguous: too-early");
    }
  });

  test("times are milliseconds of our days, from 2001 to 2286: seconds would make every answer look late", () => {
    for (const [sentAt, askedAt, verdict] of [
      [0, 0, "ambiguous: no-times"], [0, LATE.askedAt, "ambiguous: no-times"], [-1, LATE.askedAt, "ambiguous: no-times"],
      [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, "ambiguous: no-times"], [1e12 - 1, LATE.askedAt, "ambiguous: no-times"], [1e12, LATE.askedAt, "not-landed: absent"],
      [SENT_AT, 1e13, "ambiguous: no-times"], [SENT_AT, 1e13 - 1, "not-landed: absent"], [1e13 - 1, 1e12, "ambiguous: too-early"],
    ]) {
      equal(asks(summaryTells, { sentAt, askedAt }), verdict, `${sentAt} ${askedAt}`);
    }
  });

  test("an attempt that failed has to be waited for like an absence: another may be on its way", () => {
    const failed = payment(items(carriedOut(most.refund.conversationId, "5", FAILED)));
    equal(asks(failed, asked(4.99)), "ambiguous: too-early");
    equal(asks(failed, asked(5)), "not-landed: failed");
  });

  test("a cancel, which no summary tells of, has to be waited for as long as a list", () => {
    const cancel = iyzico.cancel(most.cancel);
    const asks = (minutes) => iyzico.reconcile(cancel, shown([payment({ paymentId: most.cancel.paymentId })]), asked(minutes));
    equal([29.99, 30].map((minutes) => asks(minutes).reason), ["too-early", "absent"]);
  });

  test("asked too early, a contradiction says only that something is on its way", () => {
    const ahead = partly(items());
    equal(asks(ahead, asked(1)), "ambiguous: too-early");
    equal(asks(ahead, asked(31)), "ambiguous: contradiction");
  });

  test("what stands there needs no time", () => {
    const landed = partly(items(carriedOut(most.refund.conversationId, "5")));
    for (const times of [undefined, {}, asked(0), asked(-1), LATE]) equal(asks(landed, times, { systemTime: 1 }), "landed: carried-out");
  });
}
