// A simulator with somebody logged in at the terminals, and the requests of the default shop's first sale.

import { logIn, openSandbox, postGmu, postGmuUnchecked } from "./client.mjs";

/** 12:00 in Istanbul on the tenth. */
export const NOON = Date.parse("2026-03-10T09:00:00Z");

export const SALE = { paymentId: "PAY-9876543", paymentDate: 20260310 };
export const SALE_REFERENCE = "REF-SALE-001";

export async function openTerminal(t, options) {
  const clock = { now: NOON };
  const shop = await openSandbox(t, { now: () => clock.now, ...options });
  const [user] = shop.sandbox.terminalUsers;
  const { access_token: token } = await logIn(shop.url, user);
  return {
    ...shop,
    clock,
    user,
    token,
    send: (operation, body, headers) => postGmu(shop.url, token, operation, body, headers),
    sendText: (operation, text, headers) => postGmuUnchecked(shop.url, token, operation, text, headers),
    books: () => shop.sandbox.saleBooks(SALE.paymentId),
  };
}

export const coffee = (changes) => saleItem({ name: "Türk kahvesi 250 g", unitPriceAmount: 41.15, ...changes });
export const cup = (changes) => saleItem({ name: "Fincan", unitPriceAmount: 60, ...changes });
export const wrapping = (changes) => saleItem({ name: "Hediye paketi", unitPriceAmount: 7.5, ...changes });

export function refundRequest(transactionReferenceId, saleItems, changes) {
  const { paymentId, paymentDate } = SALE;
  return {
    locale: "TR",
    conversationId: "iade-1",
    deviceUniqueId: "P00134",
    paymentId,
    paymentDate,
    transactionReferenceId,
    saleAppName: "MyPOS",
    saleAppVersion: "1.0.0",
    saleItems,
    ...changes,
  };
}

export function voidRequest(transactionReferenceId, changes) {
  return { conversationId: "iptal-1", deviceUniqueId: "P00134", ...SALE, transactionReferenceId, reason: "Customer request", ...changes };
}

function saleItem({ unitPriceAmount, itemQuantity = 1, totalPriceAmount = unitPriceAmount, ...rest }) {
  return {
    unitCode: "C62",
    taxGroupCode: "KDV20",
    itemQuantity,
    unitPriceAmount,
    grossPriceAmount: totalPriceAmount,
    totalPriceAmount,
    ...rest,
  };
}
