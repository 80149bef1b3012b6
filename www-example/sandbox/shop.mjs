// The shop the simulator opens with. All keys are made up and open nothing anywhere else.

import { NON_REFUNDABLE_CARD } from "./books.mjs";

export const shop = {
  merchants: [
    { kind: "standard", apiKey: "sandbox-standard-api-key-0001", secretKey: "sandbox-standard-secret-key-0001" },
    { kind: "marketplace", apiKey: "sandbox-marketplace-api-key-01", secretKey: "sandbox-marketplace-secret-key-01" },
  ],
  payments: [
    {
      paymentId: "25180188",
      merchant: "standard",
      conversationId: "siparis-1001",
      items: [{ paymentTransactionId: "27169345", name: "Türk kahvesi 250 g", paidPrice: "25.00" }],
    },
    {
      paymentId: "25180208",
      merchant: "standard",
      conversationId: "siparis-1002",
      priceSpelling: "two-decimals",
      items: [
        { paymentTransactionId: "27169401", name: "Zeytinyağı 1 l", paidPrice: "10.00" },
        { paymentTransactionId: "27169402", name: "Sabun", paidPrice: "3.50" },
        { paymentTransactionId: "27169403", name: "Kargo", paidPrice: "1.50" },
      ],
    },
    {
      paymentId: "10844367",
      merchant: "standard",
      conversationId: "siparis-1003",
      priceSpelling: "eight-decimals",
      items: [{ paymentTransactionId: "11433038", name: "Defter", price: "1.10", paidPrice: "1.20" }],
    },
    {
      paymentId: "25180300",
      merchant: "standard",
      conversationId: "siparis-1004",
      currency: "EUR",
      daysAgo: 2,
      priceSpelling: "string",
      items: [{ paymentTransactionId: "27169500", name: "El dokuması kilim", paidPrice: "149.90" }],
    },
    {
      paymentId: "25180350",
      merchant: "standard",
      conversationId: "siparis-1005",
      daysAgo: 400,
      items: [{ paymentTransactionId: "27169550", name: "Geçen yılın takvimi", paidPrice: "45.00" }],
    },
    {
      paymentId: "25180400",
      merchant: "standard",
      conversationId: "siparis-1006",
      card: NON_REFUNDABLE_CARD,
      items: [{ paymentTransactionId: "27169600", name: "Hediye kartı", paidPrice: "50.00" }],
    },
    {
      paymentId: "25190001",
      merchant: "marketplace",
      conversationId: "pazar-2001",
      items: [
        { paymentTransactionId: "27180001", name: "Seramik kupa", paidPrice: "40.00" },
        { paymentTransactionId: "27180002", name: "Bakır cezve", paidPrice: "59.90" },
      ],
    },
    {
      paymentId: "25190002",
      merchant: "marketplace",
      conversationId: "pazar-2002",
      items: [{ paymentTransactionId: "27180003", name: "Lokum", paidPrice: "12.75" }],
    },
  ],
};
