// Audit: a day's entries against iyzico's list. Pages, findings, sums, and a day of 10,000 refunds.

import { equal, ok, thrownBy } from "./support/assert.js";
import { codes } from "./support/input.js";
import { answerText, httpAnswer, token } from "./support/samples.js";

const DAY = "2026-11-20";
const BEFORE = "2026-11-19";
const AFTER = "2026-11-21";
const MINUTE = 60_000;
const MIDNIGHT = Date.parse(`${DAY}T00:00:00+03:00`);
const NOON = MIDNIGHT + 12 * 60 * MINUTE;
const ASKED_AT = MIDNIGHT + 3 * 24 * 60 * MINUTE;

/** A time as iyzico's list writes it. */
const date = (time) => new Date(time + 180 * MINUTE).toISOString().slice(0, 19).replace("T", " ");

export function audit({ test, pkg, iyzico }) {
  const question = (day, page = 1) => iyzico.transactions({ transactionDate: day, page });
  const list = (transactions, members) => httpAnswer(answerText({ status: "success", systemTime: ASKED_AT + 5, currentPage: 1, totalPageCount: 1, transactions, ...members }));
  const entry = (id, members = {}, params = {}) => ({
    id: String(id),
    request: pkg.draft("refund", { paymentTransactionId: String(id), price: "5.00", currency: "TRY", conversationId: `return-${id}`, ...params }),
    state: "done",
    sentAt: NOON,
    ...members,
  });
  const row = (id, members) => ({
    transactionType: "REFUND", transactionDate: date(NOON + 2000), transactionId: 700_000 + Number(id), transactionStatus: 2, afterSettlement: 0, paymentTxId: String(id),
    paymentId: `9${id}`, conversationId: `return-${id}`, price: 5, paidPrice: token("5.00000000"), transactionCurrency: "TRY", ...members,
  });
  // A day with refunds has payments as well; an empty list would be no proof.
  const paid = row(1, { transactionType: "PAYMENT", transactionId: 1, paymentTxId: "31", paymentId: "931" });
  const settings = { day: DAY, askedAt: ASKED_AT };
  /** The report of a day with these rows, and with the rows `before` and `after` on the days beside it. */
  const audited = (entries, rows, { before = [], after = [], ...more } = {}) => {
    const audit = new pkg.Audit(entries, { ...settings, ...more });
    for (const [day, transactions] of [[BEFORE, before], [DAY, [paid, ...rows]], [AFTER, after]]) equal(audit.add(question(day), list(transactions)).state, "complete", day);
    return audit.finish();
  };
  const says = ({ findings }) => findings.map(({ kind, reason, entry }) => `${entry}: ${kind}, ${reason}`);

  test("transactions: the question, and an answer with every field", () => {
    const request = iyzico.transactions({ locale: "tr", conversationId: "q", transactionDate: DAY, page: 3 });
    equal([request.method, request.body, request.url.split("?")[1]], ["GET", null, `locale=tr&conversationId=q&transactionDate=${DAY}&page=3`]);
    const full = { ...row(1), paymentPhase: "AUTH", installment: 1, threeDS: 1, settlementCurrency: "TRY", connectorType: "C", posOrderId: 5, authCode: "A", hostReference: "H", basketId: "B" };
    const paid = { ...full, transactionType: "PAYMENT", iyzicoCommission: token("0.10"), iyzicoFee: token("0.25"), parity: 0, iyzicoConversionAmount: 0, merchantPayoutAmount: token("4.65"), subMerchantPayoutAmount: 0 };
    const outcome = iyzico.read(request, list([full, paid], { currentPage: 3, totalPageCount: 7, conversationId: "q" }));
    equal(outcome.status, "success", JSON.stringify(outcome));
    const [first, second] = outcome.data.transactions;
    equal([first.transactionId, first.afterSettlement, first.threeDS, first.paidPrice, first.posOrderId, first.transactionStatus], ["700001", false, true, "5", "5", 2]);
    equal([second.iyzicoFee, second.merchantPayoutAmount, outcome.data.totalPageCount], ["0.25", "4.65", 7]);
    equal(iyzico.read(request, list([], { currentPage: 2 })).reason, "echo-mismatch", "another page");
    equal(codes(pkg.validate("transactions", { transactionDate: "2026-02-30", page: 0 }).issues), ["transactionDate day", "page count"]);
    equal(codes(pkg.validate("transactions", { transactionDate: 20261120, page: "1" }).issues), ["transactionDate type", "page type"]);
    equal(iyzico.sign(pkg.draft("transactions", { transactionDate: DAY, page: 1 })).url, question(DAY).url);
  });

  test("an entry that agrees with its row is confirmed, and the sums are exact", () => {
    const found = audited([entry(1), entry(2, {}, { price: "0.10" }), entry(3, {}, { price: "0.20" })], [row(1), row(2, { price: token("0.1"), paidPrice: token("0.1") }), row(3, { price: token("0.2"), paidPrice: token("0.2") })]);
    equal(found.findings, []);
    equal(found.confirmed, [1, 2, 3].map((id) => ({ entry: String(id), rows: [String(700_000 + id)] })));
    const nothing = { booked: "0", listed: "0" };
    equal(found.totals, [{ currency: "TRY", booked: "5.3", listed: "5.3", confirmed: "5.3", missing: "0", unexpected: "0", late: "0", landed: "0", different: nothing, undecided: nothing }]);
    equal([found.day, found.complete], [DAY, true]);
    equal(found.lists, [BEFORE, DAY, AFTER].map((day) => ({ day, state: "complete", read: 1, pages: 1 })));
  });

  test("each kind of finding", () => {
    const entries = [
      entry(1, { state: "not-done" }), entry(2, { state: "open" }), entry(3), entry(4), entry(5, { state: "open" }), entry(6, { state: "not-done" }), entry(7), entry(8), entry(9), entry(10),
    ];
    const rows = [
      row(1), row(2), row(3, { price: 4, paidPrice: 4 }), row(7, { transactionCurrency: "USD" }), row(8, { paymentTxId: "80", paymentId: "98" }), row(9, { transactionStatus: 0 }),
      row(10, { transactionStatus: -1 }), row(77, { conversationId: undefined }),
    ];
    equal(says(audited(entries, rows)), [
      "1: late, listed", "2: landed, listed", "3: different, amount", "4: missing, absent", "5: undecided, absent", "7: different, currency", "8: different, target",
      "9: undecided, doubtful-row", "10: missing, rejected", "null: unexpected, listed",
    ]);
  });

  test("a finding has its rows, its entry, and a sentence in English or Turkish", () => {
    const [found] = audited([], [row(77, { hostReference: "H" })]).findings;
    equal(found.rows, [{
      id: "700077", reference: "return-77", paymentId: "977", paymentTransactionId: "77", amount: "5", currency: "TRY", createdDate: date(NOON + 2000), hostReference: "H", state: "carried-out",
    }]);
    equal(found.message, "A refund of 5 TRY at 77 is on iyzico's list and not in your books.");
    equal(audited([], [row(77)], { locale: "tr" }).findings[0].message, "Bir iade (77 için 5 TRY) iyzico'nun listesinde var, defterinizde yok.");
    equal(audited([entry(3)], [row(3, { price: 4, paidPrice: 4 })]).findings[0].message, "Entry 3 (refund 5.00 TRY at 3) happened by your books; iyzico's list has 4 TRY for it.");
  });

  test("a payment's refund in parts, a cancel, a refund after settlement, altered ids", () => {
    const whole = (operation, id, params, members) => ({ ...entry(id, members), request: pkg.draft(operation, { paymentId: String(id), conversationId: `return-${id}`, ...params }) });
    const parts = [row(11, { paymentId: "1", price: 3, paidPrice: 3, conversationId: undefined }), row(12, { paymentId: "1", price: 2, paidPrice: 2, conversationId: "order" })];
    const rows = [
      ...parts, row(21, { transactionType: "CANCEL", paymentId: "2", price: 90, paidPrice: token("93.50"), conversationId: undefined }), row(3, { afterSettlement: 1, conversationId: "RETURN-3" }),
      row(4, { conversationId: "return-4 ", transactionId: "x4" }), row(5, { conversationId: undefined, transactionCurrency: undefined }),
    ];
    const found = audited([whole("refundV2", 1, { price: "5" }), whole("cancel", 2, {}, { amount: "93.5" }), entry(3), entry(4), entry(5)], rows);
    equal(says(found), []);
    equal(found.confirmed.map(({ rows }) => rows.length), [2, 1, 1, 1, 1]);
    equal(found.totals[0].listed, "113.5");
    // One of the two parts is not listed.
    equal(says(audited([whole("refundV2", 1, { price: "5" })], parts.slice(0, 1))), ["1: different, amount"]);
  });

  test("a refund sent just before midnight and listed just after it is reported once", () => {
    const late = entry(1, { sentAt: MIDNIGHT - 1000 });
    const rows = [row(1, { transactionDate: date(MIDNIGHT + 1000) })];
    equal(audited([late], rows).confirmed.length, 1);
    // An audit of the day before reports and counts nothing of it.
    const audit = new pkg.Audit([late], { ...settings, day: BEFORE });
    for (const [day, transactions] of [["2026-11-18", []], [BEFORE, []], [DAY, rows]]) audit.add(question(day), list(transactions));
    const { findings, confirmed, totals } = audit.finish();
    equal([findings, confirmed, totals], [[], [], []]);
  });

  test("nothing is missing on the same day or less than 25 hours later: iyzico's list lags", () => {
    const at = (askedAt) => {
      const audit = new pkg.Audit([entry(1)], { day: DAY, askedAt });
      for (const day of [BEFORE, DAY, AFTER]) audit.add(question(day), list(day === DAY ? [paid] : [], { systemTime: askedAt }));
      return says(audit.finish());
    };
    equal(at(NOON + MINUTE), ["1: undecided, too-early"]);
    equal(at(MIDNIGHT + 25 * 60 * MINUTE), ["1: undecided, too-early"]);
    equal(at(NOON + 25 * 60 * MINUTE), ["1: missing, absent"]);
  });

  test("a host's clock that runs ahead makes nothing missing", () => {
    const audit = new pkg.Audit([entry(1)], { day: DAY, askedAt: NOON });
    for (const day of [BEFORE, DAY, AFTER]) audit.add(question(day), list(day === DAY ? [paid] : [], { systemTime: NOON + MINUTE }));
    equal(says(audit.finish()), ["1: undecided, too-early"]);
    const ahead = new pkg.Audit([entry(1)], settings);
    equal(ahead.add(question(DAY), list([], { systemTime: NOON })).reason, "clock-skew");
  });

  test("nothing is missing while a page or the list of a day beside it is", () => {
    const audit = new pkg.Audit([entry(1), entry(2)], settings);
    equal(audit.add(question(DAY), list([row(1)], { totalPageCount: 2 })), { state: "incomplete", reason: null, day: DAY, next: 2 });
    const found = audit.finish();
    equal([found.complete, says(found)], [false, ["2: undecided, incomplete"]]);
    equal(found.lists.map(({ pages, read }) => [pages, read]), [[0, 0], [2, 1], [0, 0]]);
  });

  test("an empty list proves nothing: it may be another day's", () => {
    const audit = new pkg.Audit([entry(1), entry(2, { state: "not-done" })], settings);
    for (const day of [BEFORE, DAY, AFTER]) equal(audit.add(question(day), list([], { totalPageCount: 0 })).state, "complete");
    equal(says(audit.finish()), ["1: undecided, empty-list"]);
  });

  test("a page that is older than an earlier one changes the list", () => {
    const audit = new pkg.Audit([], settings);
    const page = (number, systemTime) => audit.add(question(DAY, number), list([row(number)], { currentPage: number, totalPageCount: 3, systemTime })).state;
    equal([page(1, ASKED_AT + 9_000), page(2, ASKED_AT + 7_500), page(3, ASKED_AT + 5_000)], ["incomplete", "incomplete", "changed"]);
  });

  test("a page that can't be used has a reason, and does not count", () => {
    const audit = new pkg.Audit([], settings);
    const add = (answer, asked = question(DAY)) => audit.add(asked, answer).reason;
    equal(add(null), "no-answer");
    equal(add({ status: 200, text: {} }), "not-text");
    equal(add(httpAnswer("<html>", 502)), "unreadable");
    equal(add(httpAnswer(answerText({ status: "failure", errorCode: "100001", errorMessage: "Sistem hatası" }))), "refused");
    equal(add(httpAnswer(answerText({ status: "failure", errorCode: "1001" }))), "refused");
    equal(add(list([], { currentPage: 2 })), "other-page");
    equal(add(list([row(1, { transactionDate: `${BEFORE} 23:59:59` })])), "other-day");
    equal(add(list([row(1, { transactionDate: `${BEFORE}T21:00:00Z` })])), null, "that is midnight here");
    equal(add(list([]), question("2026-11-25")), "other-day");
    equal(add(list([]), iyzico.paymentDetails({ paymentId: "1" })), "request-unreadable");
    for (const nothing of [null, {}, "x", { operation: "transactions", url: "?transactionDate=x&page=1" }]) equal(add(list([]), nothing), "request-unreadable");
    equal(audit.add(question(DAY, 2), list([], { currentPage: 2, totalPageCount: 3 })).state, "changed", "another number of pages");
  });

  test("a list that changes while it is read must be read again from page 1; a row that was seen twice counts once", () => {
    const audit = new pkg.Audit([entry(1), entry(2), entry(3)], settings);
    for (const day of [BEFORE, AFTER]) audit.add(question(day), list([]));
    equal(audit.add(question(DAY, 1), list([row(2), row(1)], { totalPageCount: 2 })).next, 2);
    // Row 3 was added in front between the two pages.
    equal(audit.add(question(DAY, 2), list([row(1)], { currentPage: 2, totalPageCount: 2 })), { state: "changed", reason: null, day: DAY, next: 1 });
    equal(audit.add(question(DAY, 2), list([row(1)], { currentPage: 2, totalPageCount: 2 })).next, 1, "until it is begun again");
    const unsteady = new pkg.Audit([entry(1), entry(2)], settings);
    unsteady.add(question(DAY, 1), list([row(2), row(1)], { totalPageCount: 2 }));
    unsteady.add(question(DAY, 2), list([row(1)], { currentPage: 2, totalPageCount: 2 }));
    equal(unsteady.finish().totals[0].listed, "10");
    audit.add(question(DAY, 1), list([row(3), row(2)], { totalPageCount: 2 }));
    equal(audit.add(question(DAY, 2), list([row(1)], { currentPage: 2, totalPageCount: 2 })).state, "complete");
    equal(says(audit.finish()), []);
  });

  test("wrong entries and settings have all their issues at once, with paths", () => {
    const wrong = [entry(1), { ...entry(2), sentAt: NOON / 1000, state: "success", hostRef: "x" }, { ...entry(1), request: { operation: "terminal.refund", body: "{}" } }, null];
    const error = thrownBy(() => new pkg.Audit(wrong, settings));
    equal(error.name, "IyzicoValidationError");
    equal(codes(error.issues), ["entries.1.state state", "entries.1.sentAt time", "entries.1.hostRef unknown_field", "entries.3 not_an_object"]);
    const unreadable = [{ ...entry(1), request: { operation: "terminal.refund", body: "{}" } }, { ...entry(2), request: { operation: "refund", body: '{"price":5}' } }];
    equal(codes(thrownBy(() => new pkg.Audit(unreadable, settings)).issues), ["entries.0.request unknown_operation", "entries.1.request draft_altered"]);
    equal(codes(thrownBy(() => new pkg.Audit([entry(1), entry(2), entry(1)], settings)).issues), ["entries.2.id duplicate"]);
    equal(codes(thrownBy(() => new pkg.Audit("x", settings)).issues), ["entries type"]);
    equal(codes(thrownBy(() => new pkg.Audit([], { day: "20.11.2026" })).issues), ["day day", "askedAt missing"]);
    ok(thrownBy(() => new pkg.Audit([entry(1), entry(1)], { ...settings, locale: "tr" })).message.includes("benzersiz"), "in Turkish");
    const many = Array.from({ length: 2500 }, (_, at) => ({ ...entry(at), ...(at === 2345 && { state: "x" }) }));
    equal(codes(thrownBy(() => new pkg.Audit(many, settings)).issues), ["entries.2345.state state"]);
  });

  test("after finish() or free() it throws", () => {
    const audit = new pkg.Audit([], settings);
    audit.finish();
    for (const use of [() => audit.finish(), () => audit.add(question(DAY), null)]) equal(thrownBy(use).code, "IYZICO_CONFIG");
    audit.free();
    const other = new pkg.Audit([], settings);
    other.free();
    equal(thrownBy(() => other.finish()).issues[0].code, "freed");
  });

  test("a day of 10,000 refunds, of which 7 were made elsewhere, 5 landed late and 3 have another amount, gives exactly these 15", () => {
    const entries = [];
    const rows = [];
    const expected = [];
    // Half of the rows have their conversationId. Their order differs from the entries'.
    for (let id = 1; id <= 10_000; id++) {
      const price = `${(id * 7919) % 900 + 1}.${String(id % 100).padStart(2, "0")}`;
      const isElsewhere = id % 1400 === 0;
      const isLate = id % 1900 === 0;
      const isOther = id % 3300 === 0;
      const listed = isOther ? `${price}1` : price;
      if (!isElsewhere) entries.push(entry(id, { state: isLate ? "not-done" : "done", sentAt: NOON + id * 100 }, { price }));
      rows.push(row(id, { transactionDate: date(NOON + id * 100 + 1000), price: token(listed), paidPrice: token(listed), conversationId: id % 2 ? `return-${id}` : undefined }));
      if (isLate) expected.push(`${id}: late, listed`);
      if (isOther) expected.push(`${id}: different, amount`);
    }
    rows.sort((one, other) => (one.transactionId * 31) % 10_007 - (other.transactionId * 31) % 10_007);
    const audit = new pkg.Audit(entries, settings);
    for (const day of [BEFORE, AFTER]) audit.add(question(day), list([]));
    let next = 1;
    while (next) {
      const page = rows.slice((next - 1) * 250, next * 250);
      ({ next } = audit.add(question(DAY, next), list(page, { currentPage: next, totalPageCount: 40 })));
    }
    const found = audit.finish();
    equal(says(found).slice(0, 8), expected);
    equal(says(found).slice(8), Array(7).fill("null: unexpected, listed"));
    equal([found.findings.length, found.confirmed.length], [15, 10_000 - 15]);
    const [{ booked, listed, confirmed, unexpected, late, different }] = found.totals;
    const kurus = (amount) => Math.round(Number(amount) * 1000);
    equal(kurus(listed), kurus(confirmed) + kurus(unexpected) + kurus(late) + kurus(different.listed));
    equal(kurus(booked), kurus(confirmed) + kurus(different.booked));
  });
}
