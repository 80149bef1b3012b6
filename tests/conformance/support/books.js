// Builds answers to paymentDetails for the tests of read-back.

import { answerText, httpAnswer, token } from "./samples.js";

const MINUTE = 60_000;

/** When the request was sent: 2025-11-25T19:36:40Z. */
export const SENT_AT = 1_764_099_400_000;

/** The times of a question, so many minutes after the sending. */
export const asked = (minutes) => ({ sentAt: SENT_AT, askedAt: SENT_AT + minutes * MINUTE });

/** Late enough for every absence to count. */
export const LATE = asked(60);

/** The date of a row, so many minutes after the sending, as iyzico writes it. */
export const made = (minutes) => new Date(SENT_AT + minutes * MINUTE).toISOString().replace(".000Z", "Z");

/** A row that was carried out, with changes. */
export const carriedOut = (conversationId, refundPrice, changes) => ({ conversationId, refundPrice: token(refundPrice), refundStatus: 1, ...changes });

/** Members of a row that failed. */
export const FAILED = { refundStatus: 0, errorCode: "10220", errorGroup: "DECLINED", errorMessage: "Ödeme alınamadı" };

export const refunds = (...rows) => rows.map(({ conversationId, ...rest }) => ({ ...rest, refundConversationId: conversationId }));

export const cancels = (...rows) => rows.map(({ conversationId, ...rest }) => ({ ...rest, cancelConversationId: conversationId }));

/** A paid item of 40; `id` is its paymentTransactionId. */
export const item = (id, rows = [], changes) => ({ paymentTransactionId: id, paidPrice: token("40"), refunds: rows, ...changes });

/** A paid payment without refunds. */
export const payment = (changes) => ({
  paymentId: "25180188",
  paymentStatus: 1,
  paymentRefundStatus: "NOT_REFUNDED",
  currency: "TRY",
  phase: "AUTH",
  cancels: [],
  itemTransactions: [item("27169345")],
  ...changes,
});

/** A paid payment that was partly refunded. */
export const partly = (changes) => payment({ paymentRefundStatus: "PARTIALLY_REFUNDED", ...changes });

/** The answer to `paymentDetails`, with more members. */
export const shown = (payments, members, status) => httpAnswer(answerText({ status: "success", locale: "tr", payments, ...members }), status);
