// A shop to show the desk with: believable orders, some of them awkward. All keys are made up and open nothing anywhere else.

import { Iyzico } from "iyzico-reversals";
import { exchange } from "iyzico-reversals/fetch";

import { shop as smallShop } from "./sandbox/shop.mjs";

export const shop = {
  ...smallShop,
  payments: [
    ...smallShop.payments,
    order("26040101", "siparis-2001", {}, [
      ["Tel kırma şal", "1849.90"],
      ["Zeytinyağlı sabun, 6'lı", "214.50"],
      ["Hediye paketi", "35.00"],
      ["Kargo", "79.90"],
    ]),
    order("26040102", "siparis-2002", { priceSpelling: "two-decimals" }, [
      ["Bakır cezve, 3 kişilik", "649.00"],
      ["Türk kahvesi 250 g", "185.00"],
      ["Fincan takımı, 6'lı", "1120.00"],
      ["Lokum, güllü 500 g", "240.00"],
      ["Kargo", "0.01"],
    ]),
    order("26040103", "siparis-2003", { currency: "EUR", daysAgo: 3, priceSpelling: "string" }, [
      ["El dokuması kilim, 80 × 150", "249.00"],
      ["Yurt dışı kargo", "39.50"],
    ]),
    order("26040104", "siparis-2004", { currency: "USD", daysAgo: 11 }, [["İznik çinisi tabak", "64.99"]]),
    order("26040105", "siparis-2005", { daysAgo: 1, priceSpelling: "eight-decimals" }, [
      ["Antep fıstığı 1 kg", "899.75"],
      ["Pestil", "129.25"],
    ]),
  ],
};

/** Refunds from before the desk opened, as the shop's old till would have done it. */
export async function openShop(desk) {
  const { IYZICO_API_KEY: apiKey, IYZICO_SECRET_KEY: secretKey, IYZICO_BASE_URL: baseUrl } = desk.settings;
  const iyzico = new Iyzico({ apiKey, secretKey, baseUrl });
  const request = iyzico.refund({ paymentTransactionId: "260401021", price: "149.00", conversationId: "eski-kasa-17" });
  const { status } = iyzico.read(request, await exchange(request));
  if (status !== "success") throw new Error("the shop could not be opened");
}

function order(paymentId, conversationId, more, items) {
  const item = ([name, paidPrice], index) => ({ paymentTransactionId: `${paymentId}${index + 1}`, name, paidPrice });
  return { paymentId, merchant: "standard", conversationId, ...more, items: items.map(item) };
}
