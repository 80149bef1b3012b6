// A simulator whose clock stands still until it is moved, and the requests of the unkind tests.

import { control, details, openSandbox, post } from "./client.mjs";

/** 12:00 in Istanbul on the tenth. */
export const NOON = Date.parse("2026-03-10T09:00:00Z");
export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

/** A payment of one item, 25.00, and one of three: 10.00, 3.50 and 1.50. */
export const ONE = { paymentId: "25180188", paymentTransactionId: "27169345" };
export const THREE = { paymentId: "25180208", items: ["27169401", "27169402", "27169403"] };

const OF_ITEM = { paymentTransactionId: ONE.paymentTransactionId, price: "5", conversationId: "return-1" };

export async function openUnkind(t, unkind, options) {
  const shop = await openSandbox(t, { now: () => NOON, unkind, ...options });
  const { url, standard } = shop;
  const send = (path, body, { fault, sentAt } = {}) =>
    post(url, standard, path, body, { ...(fault && { "x-sandbox-fault": fault }), ...(sentAt && { "x-sandbox-sent-at": String(sentAt) }) });
  return {
    ...shop,
    refund: (params, how) => send("/payment/refund", { ...OF_ITEM, ...params }, how),
    refundCharged: (params, how) => send("/payment/iyzipos/refund/merchant/charge", { ...OF_ITEM, ...params }, how),
    refundV2: (params, how) => send("/v2/payment/refund", { paymentId: THREE.paymentId, price: "12", conversationId: "return-1", ...params }, how),
    cancel: (params, how) => send("/payment/cancel", { paymentId: ONE.paymentId, conversationId: "cancel-1", ...params }, how),
    pass: (ms) => control(url, "POST", "clock", { advanceBy: ms }),
    set: (modes) => control(url, "POST", "unkind", modes),
    answer: (paymentId = ONE.paymentId, more) => details(url, standard, { paymentId, ...more }),
    /** What the details show of the payment. */
    async shown(paymentId = ONE.paymentId) {
      const [payment] = (await details(url, standard, { paymentId })).json.payments;
      return { payment, cancels: payment.cancels, refunds: payment.itemTransactions.map(({ refunds }) => refunds) };
    },
  };
}

/** The ids of rows, where there are any. */
export const idsOf = (rows) => rows.map((row) => row.refundConversationId ?? row.cancelConversationId);
