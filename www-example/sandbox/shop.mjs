// The shop the simulator opens with. All keys are made up and open nothing anywhere else.

import { NON_REFUNDABLE_CARD } from "./books.mjs";

export const shop = {
  merchants: [
    { kind: "standard", apiKey: "sandbox-standard-api-key-0001", secretKey: "sandbox-standard-secret-key-0001" },
    { kind: "marketplace", apiKey: "sandbox-marketplace-api-key-01", secretKey: "sandbox-marketplace-secret-key-01" },
  ],
  terminalUsers: [
    {
      clientId: "sandbox-terminal-client-01",
      clientSecret: "sandbox-terminal-client-secret-01",
      username: "kasa@sandbox.test",
      password: "sandbox-terminal-password-01",
      devices: ["P00134", "P00135"],
    },
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
  sales: [
    {
      paymentId: "PAY-9876543",
      saleNumber: "5001",
      saleUid: "7c9e6679-7425-40de-944b-e07fc1f90ae7",
      transactionReferenceId: "REF-SALE-001",
      conversationId: "kasa-1",
      deviceUniqueId: "P00134",
      lines: [
        { id: 70001, name: "Türk kahvesi 250 g", quantity: 3, unitPrice: "41.15", vatRate: 1 },
        { id: 70002, name: "Fincan", quantity: 2, unitPrice: "60.00" },
        { id: 70003, name: "Hediye paketi", unitPrice: "7.50" },
      ],
    },
    {
      paymentId: "PAY-9876544",
      saleNumber: "5002",
      saleUid: "f47ac10b-58cc-4372-a567-0e02b2c3d479",
      transactionReferenceId: "REF-SALE-002",
      conversationId: "kasa-2",
      deviceUniqueId: "P00135",
      priceSpelling: "two-decimals",
      lines: [{ id: 70004, name: "Lokum", unitPrice: "120.00", vatRate: 10 }],
    },
    {
      paymentId: "PAY-9876500",
      saleNumber: "4990",
      saleUid: "16fd2706-8baf-433b-82eb-8c7fada847da",
      transactionReferenceId: "REF-SALE-003",
      conversationId: "kasa-3",
      deviceUniqueId: "P00134",
      daysAgo: 1,
      lines: [{ id: 70005, name: "Bakır cezve", quantity: 2, unitPrice: "59.90" }],
    },
  ],
};
