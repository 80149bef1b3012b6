// Read-back of card payments, by tests/vectors/pictures.json, which the Rust tests read as well.

import { equal } from "./support/assert.js";
import { answerText, httpAnswer } from "./support/samples.js";
import { changed } from "./support/vectors.js";

const MINUTE = 60_000;

export function pictures({ test, pkg, iyzico, vectors }) {
  const { now, requests, bases, rules, drafts, answers, clock } = vectors.pictures;
  const says = ({ verdict, reason }) => `${verdict}, ${reason}`;
  const sent = (name) => iyzico[requests[name].operation](requests[name].params);

  /** The members of an answer that shows one of a case's variants. */
  const shown = ({ base = "two items", with: changes, first, second, cancels }) => {
    const payment = changed(bases[base].payment, changes);
    const rows = (list, idName) => list.map((row) => {
      const { id, ...members } = changed(bases[base].row, row);
      return id === undefined ? members : { ...members, [idName]: id };
    });
    const itemTransactions = payment.itemTransactions?.map?.((item, at) => {
      const list = [first, second][at];
      return list ? { ...item, refunds: rows(list, "refundConversationId") } : item;
    });
    const listed = { ...payment, ...(itemTransactions && { itemTransactions }), ...(cancels && { cancels: rows(cancels, "cancelConversationId") }) };
    return { status: "success", systemTime: now, payments: [listed] };
  };

  for (const [rule, cases] of Object.entries(rules)) {
    for (const { why, requests: names, minutes = [60], variants, expect } of cases) {
      for (const name of names) {
        test(`${rule}: ${why} (${name}, ${minutes.join(", ")} minutes)`, () => {
          for (const variant of variants) {
            const text = answerText(shown(variant));
            for (const passed of minutes) {
              const times = { sentAt: now - Math.round(passed * MINUTE), askedAt: now };
              equal(says(iyzico.reconcile(sent(name), httpAnswer(text), times)), expect, `after ${passed} minutes: ${text}`);
            }
          }
        });
      }
    }
  }

  for (const { why, drafted, asked, variants, expect } of drafts) {
    test(`a draft: ${why}`, () => {
      const draft = pkg.draft("refund", requests.refund.params);
      const times = drafted === undefined ? undefined : { draftedAt: now + drafted * MINUTE, askedAt: now + asked * MINUTE };
      for (const variant of variants) {
        const text = answerText(shown(variant));
        equal(says(iyzico.precheck(draft, httpAnswer(text), times)), expect, text);
      }
    });
  }

  const clean = shown({});
  const explained = shown({ base: "one item", with: { paymentRefundStatus: "PARTIALLY_REFUNDED" }, first: [{ id: "another", refundPrice: 1 }] });
  for (const { why, requests: names = ["refund"], other, http = [200], text, with: changes, sent: sentAt = -60 * MINUTE, asked: askedAt = 0, expect } of [...answers, ...clock]) {
    test(`an answer: ${why} (${other ? "only a row would tell" : "the summary would tell"}; ${expect})`, () => {
      const answer = text ?? answerText(changed(other ? explained : clean, changes));
      const times = sentAt === null ? undefined : { sentAt: now + sentAt, askedAt: now + askedAt };
      for (const name of names) {
        for (const status of http) equal(says(iyzico.reconcile(sent(name), httpAnswer(answer, status), times)), expect, `${name} ${status} ${answer}`);
      }
    });
  }
}
