// The times that a caller gives to `reconcile`: without two plain ones nothing is absent. pictures.js has the rules.

import { equal } from "./support/assert.js";
import { asked, carriedOut, item, LATE, partly, payment, refunds, shown } from "./support/books.js";
import { most } from "./support/samples.js";

export function reconcileTimes({ test, iyzico }) {
  const request = iyzico.refund(most.refund);
  const items = (...rows) => ({ itemTransactions: [item("27169345", refunds(...rows))] });
  /** If it had landed, the summary would not be NOT_REFUNDED. */
  const summaryTells = payment(items());
  /** If it had landed, the summary would be the same: only its row would tell. */
  const listsTell = partly(items(carriedOut("another", "1")));
  const asks = (shows, times, members) => {
    const { verdict, reason } = iyzico.reconcile(request, shown([shows], members), times);
    return `${verdict}: ${reason}`;
  };

  for (const [what, shows] of [["the summary would tell", summaryTells], ["only a row would tell", listsTell]]) {
    test(`where ${what}, nothing is absent without the times`, () => {
      const { sentAt, askedAt } = LATE;
      for (const times of [
        undefined, null, 5, "x", {}, { sentAt }, { askedAt }, { sentAt: null, askedAt }, { sentAt, askedAt: null }, { sentAt: String(sentAt), askedAt }, { sentAt, askedAt: String(askedAt) },
        { sentAt: BigInt(sentAt), askedAt }, { sentAt: new Date(sentAt), askedAt: new Date(askedAt) }, { sentAt: sentAt + 0.5, askedAt }, { sentAt: NaN, askedAt }, { sentAt: -Infinity, askedAt },
        { sentAt: -1e300, askedAt }, { sentAt, askedAt: 2 ** 53 }, { sentAt: 1764099400, askedAt: 1764103000 }, { sentAt: sentAt * 1000, askedAt: askedAt * 1000 },
        { sentAt: 0, askedAt }, { sentAt: -sentAt, askedAt }, { sentAt: Number.MIN_SAFE_INTEGER, askedAt: Number.MAX_SAFE_INTEGER }, [sentAt, askedAt], { sent: sentAt, asked: askedAt }, { get sentAt() { throw new Error("hostile"); }, askedAt },
        new Proxy({}, { get() { throw new Error("hostile"); } }),
      ]) {
        equal(asks(shows, times), "ambiguous: no-times");
      }
    });
  }

  test("each time is read once, and only if it is an own property", () => {
    const reads = { sentAt: 0, askedAt: 0 };
    const times = { get sentAt() { return (reads.sentAt += 1) && LATE.sentAt; }, get askedAt() { return (reads.askedAt += 1) && LATE.askedAt; } };
    equal([asks(summaryTells, times), reads], ["not-landed: absent", { sentAt: 1, askedAt: 1 }]);
    equal(asks(summaryTells, Object.create(LATE)), "ambiguous: no-times");
  });

  test("no member shortens the waiting", () => {
    const early = asked(1);
    for (const more of [{ lag: 0 }, { minutes: 0 }, { force: true }, { summaryLag: 0 }, { now: LATE.askedAt }, { question: {} }]) {
      equal(asks(summaryTells, { ...early, ...more }), "ambiguous: too-early");
    }
  });

  test("a row that was carried out needs no time", () => {
    const landed = partly(items(carriedOut(most.refund.conversationId, "5")));
    for (const times of [undefined, {}, asked(0), asked(-1), LATE]) equal(asks(landed, times, { systemTime: 1 }), "landed: carried-out");
  });
}
