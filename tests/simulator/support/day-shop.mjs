// A shop of two payments for tests of the day's list. Its clock stands at noon in Istanbul on the tenth until it is moved.

import { shop as smallShop } from "../../../www-example/sandbox/shop.mjs";
import { authorization, control, DAY } from "./client.mjs";
import { HOUR, MINUTE, NOON, openUnkind } from "./unkind-shop.mjs";

export const PATH = "/v2/reporting/payment/transactions";
export const TODAY = "2026-03-10";

/** Of two items, 20.00 and 30.00, two days ago; and one of 44.00 for 40.00 a minute ago. */
const PAYMENTS = [
  {
    paymentId: "1",
    conversationId: "order-1",
    createdAt: NOON - 2 * DAY,
    items: [{ paymentTransactionId: "11", paidPrice: "20" }, { paymentTransactionId: "12", paidPrice: "30" }],
  },
  { paymentId: "2", conversationId: "order-2", createdAt: NOON - MINUTE, items: [{ paymentTransactionId: "21", price: "40", paidPrice: "44" }] },
];

export async function openDay(t, unkind) {
  const shop = await openUnkind(t, unkind, { shop: { ...smallShop, payments: PAYMENTS } });
  const { url, standard } = shop;
  /** Asks for a page, the first of today unless the query says otherwise. An undefined field is not asked. */
  const ask = async (query, { fault, merchant = standard } = {}) => {
    const fields = Object.entries({ transactionDate: TODAY, page: "1", ...query }).filter(([, value]) => value !== undefined);
    const headers = { authorization: authorization(merchant, { path: PATH }), ...(fault && { "x-sandbox-fault": fault }) };
    const response = await fetch(`${url}${PATH}?${new URLSearchParams(fields)}`, { headers });
    return { status: response.status, json: JSON.parse(await response.text()) };
  };
  const rows = async (query, how) => (await ask(query, how)).json.transactions;
  return {
    ...shop,
    ask,
    rows,
    reversals: async (query) => (await rows(query)).filter(({ transactionType }) => transactionType !== "PAYMENT"),
    settings: (settings) => control(url, "POST", "settings", settings),
    panel: (order) => control(url, "POST", "panel-refund", order),
    /** Refunds of item 12, so many, of 1.00, 2.00 …, an hour apart from half past midnight on, made by others. */
    async refundsOfTheMorning(count) {
      for (let number = 1; number <= count; number += 1) {
        await control(url, "POST", "panel-refund", { ...ITEM, price: String(number), agoMs: 11.5 * HOUR - (number - 1) * HOUR });
      }
    },
  };
}

export const ITEM = { paymentId: "1", paymentTransactionId: "12" };
export const pricesOf = (rows) => rows.map(({ price }) => price);
