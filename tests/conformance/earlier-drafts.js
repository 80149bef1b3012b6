// Drafts of an earlier version, with ids that are no longer accepted: not sent again, but still read and read back.

import { equal, thrownBy } from "./support/assert.js";
import { carriedOut, item, LATE, partly, payment, refunds, shown } from "./support/books.js";
import { codes } from "./support/input.js";
import { answerText, answerTo, bodies, httpAnswer, landed, most, OPERATIONS, PATHS, signedAnswer } from "./support/samples.js";
import { bodies as tillBodies, landed as tillLanded, most as tillMost, paths } from "./support/till.js";

const IDS = {
  "letters of Turkish": "iade-ığüşöç-İ", emoji: "iade-😀", "a space before": " return-7", "a space after": "return-7 ", "another space": "return\u00a07", "more than 255": "x".repeat(256),
  "a separator of lines": "a\u2028b",
};

export function earlierDrafts({ test, pkg, iyzico, terminal }) {
  for (const [what, id] of Object.entries(IDS)) {
    for (const operation of OPERATIONS) {
      const body = bodies[operation].replace(JSON.stringify(most[operation].conversationId), JSON.stringify(id));
      const draft = { operation, method: "POST", path: PATHS[operation], body, fingerprint: pkg.draft(operation, most[operation]).fingerprint };
      const { paymentId = "25180188", paymentTransactionId = "1", currency, price = "40" } = most[operation];

      test(`${operation}: one with ${what} is refused by sign()`, () => {
        const { issues } = thrownBy(() => iyzico.sign(draft));
        equal(codes(issues), [`conversationId ${id.length > 255 ? "too_long" : "reference_format"}`]);
        equal(codes(thrownBy(() => pkg.draft(operation, { ...most[operation], conversationId: id })).issues), codes(issues));
      });

      test(`${operation}: its answer is read`, async () => {
        const signedPrice = { refund: "5", refundV2: "15" }[operation];
        const outcome = iyzico.read(draft, httpAnswer(await answerTo(operation, { conversationId: id }, { signedPrice })));
        equal([outcome.status, outcome.data?.conversationId], ["success", id]);
        for (const other of [id.trim(), id.replace(/[^ -~]/g, "?"), id.slice(0, 255), undefined].filter((other) => other !== id)) {
          equal(iyzico.read(draft, httpAnswer(await answerTo(operation, { conversationId: other }, { signedPrice }))).reason, "echo-mismatch");
        }
        const refused = iyzico.read(draft, httpAnswer(answerText({ status: "failure", errorCode: "5999", conversationId: id })));
        equal([refused.status, refused.advice], ["failure", "refused-unlisted"]);
      });

      test(`${operation}: and it is read back`, () => {
        const rows = [carriedOut(id, price)];
        const isCancel = operation === "cancel";
        const shows = (given, of) => of({
          paymentId, currency,
          cancels: isCancel ? given.map(({ conversationId, ...row }) => ({ ...row, cancelConversationId: conversationId })) : [],
          itemTransactions: [item(paymentTransactionId, isCancel ? [] : refunds(...given))],
        });
        for (const sent of [draft, { operation, body }, JSON.parse(JSON.stringify(draft))]) {
          equal(iyzico.reconcile(sent, shown([shows(rows, partly)]), LATE).verdict, "landed");
          const { verdict, reason } = iyzico.reconcile(sent, shown([shows([], payment)]), LATE);
          equal([verdict, reason], operation === "refundChargedFromMerchant" ? ["ambiguous", "unlisted"] : ["not-landed", "absent"]);
          equal(iyzico.precheck(sent, shown([shows(rows, partly)])).verdict, "landed");
        }
      });
    }

    for (const operation of ["terminal.refund", "terminal.void"]) {
      const own = tillMost[operation].transactionReferenceId;
      const body = tillBodies[operation].replace(`"transactionReferenceId":${JSON.stringify(own)}`, `"transactionReferenceId":${JSON.stringify(id)}`);
      const draft = { operation, method: "POST", path: paths[operation], body, fingerprint: "0".repeat(64) };

      test(`${operation}: one with ${what} is refused by sign(), read and read back`, () => {
        equal(codes(thrownBy(() => terminal.sign(draft)).issues), [`transactionReferenceId ${id.length > 255 ? "too_long" : "reference_format"}`]);
        const outcome = terminal.read(draft, httpAnswer(answerText({ ...tillLanded[operation], transactionReferenceId: id })));
        equal([outcome.status, outcome.data?.transactionReferenceId], ["success", id]);
        // The read-back request accepts any text.
        const question = terminal.transactionStatus({ transactionReferenceId: id });
        const hostReference = operation === "terminal.refund" ? "refundHostReference" : "cancelHostReference";
        const found = { ...tillLanded["terminal.transactionStatus"], transactionReferenceId: id, refundHostReference: undefined, [hostReference]: "17" };
        equal(terminal.reconcile(draft, httpAnswer(answerText(found)), LATE).verdict, "landed");
        const nothing = httpAnswer('{"status":"failure","errorCode":"380108"}');
        equal(terminal.reconcile(draft, nothing, { ...LATE, question }).verdict, "not-landed");
        equal(terminal.precheck(draft, nothing, { question }).verdict, "clear");
      });
    }
  }

  test("an earlier description or list that is longer than is taken today is read as well", async () => {
    const body = bodies.refund.replace("Too small", "x".repeat(100_000));
    equal(iyzico.read({ operation: "refund", body }, httpAnswer(await signedAnswer(landed.refund))).status, "success");
    const line = JSON.parse(tillBodies["terminal.refund"]).saleItems[1];
    const long = JSON.stringify({ ...JSON.parse(tillBodies["terminal.refund"]), saleItems: Array.from({ length: 1500 }, () => line) });
    equal(terminal.read({ operation: "terminal.refund", body: long }, httpAnswer(answerText({ ...tillLanded["terminal.refund"], price: "90000" }))).status, "success");
    const draft = { operation: "terminal.refund", method: "POST", path: paths["terminal.refund"], body: long, fingerprint: "" };
    equal(codes(thrownBy(() => terminal.sign(draft)).issues), ["saleItems too_many"]);
  });

  test("a body that no version could build is no request", async () => {
    const success = httpAnswer(await signedAnswer({ ...landed.refund, conversationId: "a\u0007b" }));
    for (const body of [
      bodies.refund.replace("return-7", "a\\u0007b"), bodies.refund.replace("5.00", "0"), bodies.refund.replace("5.00", "-5"), bodies.refund.replace("TRY", "TL"),
      bodies.refund.replace("}", ',"evil":1}'), bodies.refund.replace("27169345", "2716 9345"), bodies.refund.replace('"price":5.00,', ""), bodies.refund.replace("return-7", ""),
    ]) {
      equal(iyzico.read({ operation: "refund", body }, success).reason, "request-unreadable", body);
      equal(iyzico.reconcile({ operation: "refund", body }, shown([payment()]), LATE).reason, "request-unreadable", body);
    }
  });
}
