// A till, good params for it, and the answers iyzico would give to them.

import { token } from "./samples.js";

export const bearer = { accessToken: "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJrYXNhIn0.q7Zt-_access" };

export const application = { clientId: "till-application-01", clientSecret: "till-application-secret/+=~" };

export const TILL_OPERATIONS = ["terminal.refund", "terminal.void", "terminal.refundableSaleInfo", "terminal.transactionStatus"];

const HOST = "/v2/terminal-host/gmu/payment";

export const paths = {
  "terminal.refund": `${HOST}/refund`,
  "terminal.void": `${HOST}/void`,
  "terminal.refundableSaleInfo": `${HOST}/refundable-sale-info`,
  "terminal.transactionStatus": `${HOST}/query-transaction-status`,
};

export const cup = {
  name: "Fincan",
  unitCode: "C62",
  taxGroupCode: "KDV20",
  itemQuantity: 1,
  unitPriceAmount: "60.00",
  grossPriceAmount: "60.00",
  totalPriceAmount: "60.00",
};

/** Only what is required. */
export const least = {
  "terminal.refund": {
    deviceUniqueId: "P00134",
    paymentId: "PAY-9876543",
    paymentDate: 20260406,
    transactionReferenceId: "RETURN-7",
    saleAppName: "MyPOS",
    saleAppVersion: "1.0.0",
    saleItems: [cup],
  },
  "terminal.void": { deviceUniqueId: "P00134", paymentId: "PAY-9876543", paymentDate: 20260406, transactionReferenceId: "VOID-8" },
  "terminal.refundableSaleInfo": { transactionReferenceId: "SALE-1" },
  "terminal.transactionStatus": { transactionReferenceId: "RETURN-7" },
};

/** Every field, in the order of the body. */
export const most = {
  "terminal.refund": {
    locale: "TR",
    conversationId: "kasa-1",
    deviceUniqueId: "P00134",
    paymentId: "PAY-9876543",
    paymentDate: 20260406,
    transactionReferenceId: "RETURN-7",
    saleAppName: "MyPOS",
    saleAppVersion: "1.0.0",
    notificationPhone: "5551234567",
    notificationEmail: "musteri@ornek.com",
    relatedSaleId: "7c9e6679-7425-40de-944b-e07fc1f90ae7",
    saleItems: [
      {
        relatedSaleItemId: "70001",
        name: "Türk kahvesi 250 g",
        generic: false,
        unitCode: "C62",
        taxGroupCode: "KDV1",
        itemQuantity: 2,
        unitPriceAmount: "41.15",
        grossPriceAmount: "82.30",
        totalPriceAmount: "82.30",
        returnAmount: "80.00",
      },
      {
        name: "Fincan",
        generic: true,
        unitCode: "C62",
        taxGroupCode: "KDV20",
        itemQuantity: 1,
        unitPriceAmount: "60.00",
        grossPriceAmount: "60.00",
        totalPriceAmount: "60.00",
      },
    ],
  },
  "terminal.void": {
    locale: "EN",
    conversationId: "kasa-2",
    deviceUniqueId: "P00134",
    paymentId: "PAY-9876543",
    paymentDate: 20260406,
    transactionReferenceId: "VOID-8",
    reason: "Customer request",
    description: "Product out of stock",
  },
  "terminal.refundableSaleInfo": { locale: "TR", conversationId: "kasa-3", deviceUniqueId: "P00134", transactionReferenceId: "SALE-1" },
  "terminal.transactionStatus": {
    locale: "EN",
    conversationId: "kasa-4",
    paymentId: "PAY-9876543",
    deviceUniqueId: "P00134",
    transactionReferenceId: "RETURN-7",
  },
};

/** The bodies of `most`, byte for byte. */
export const bodies = {
  "terminal.refund":
    '{"locale":"TR","conversationId":"kasa-1","deviceUniqueId":"P00134","paymentId":"PAY-9876543","paymentDate":20260406,' +
    '"transactionReferenceId":"RETURN-7","saleAppName":"MyPOS","saleAppVersion":"1.0.0","notificationPhone":"5551234567",' +
    '"notificationEmail":"musteri@ornek.com","relatedSaleId":"7c9e6679-7425-40de-944b-e07fc1f90ae7","saleItems":[' +
    '{"relatedSaleItemId":"70001","name":"Türk kahvesi 250 g","generic":false,"unitCode":"C62","taxGroupCode":"KDV1",' +
    '"itemQuantity":2,"unitPriceAmount":41.15,"grossPriceAmount":82.30,"totalPriceAmount":82.30,"returnAmount":80.00},' +
    '{"name":"Fincan","generic":true,"unitCode":"C62","taxGroupCode":"KDV20","itemQuantity":1,"unitPriceAmount":60.00,' +
    '"grossPriceAmount":60.00,"totalPriceAmount":60.00}]}',
  "terminal.void":
    '{"locale":"EN","conversationId":"kasa-2","deviceUniqueId":"P00134","paymentId":"PAY-9876543","paymentDate":20260406,' +
    '"transactionReferenceId":"VOID-8","reason":"Customer request","description":"Product out of stock"}',
  "terminal.refundableSaleInfo":
    '{"locale":"TR","conversationId":"kasa-3","deviceUniqueId":"P00134","transactionReferenceId":"SALE-1"}',
  "terminal.transactionStatus":
    '{"locale":"EN","conversationId":"kasa-4","paymentId":"PAY-9876543","deviceUniqueId":"P00134","transactionReferenceId":"RETURN-7"}',
};

/** Good answers to `most`. */
export const landed = {
  "terminal.refund": {
    status: "success",
    errorCode: "0",
    conversationId: "kasa-1",
    systemTime: 1743980400000,
    deviceUniqueId: "P00134",
    transactionReferenceId: "RETURN-7",
    price: token("140.00"),
    vatAmount: token("10.79"),
    currency: "TRY",
    invoiceNo: "GIB2026000000017",
    authCode: "123456",
    hostReference: "000000000017",
    binNumber: "540667",
    lastFourDigits: "0009",
    acquirerName: "Örnek Bankası",
    acquirerId: "0001",
    batchNo: "1",
  },
  "terminal.void": {
    status: "success",
    errorCode: "0",
    conversationId: "kasa-2",
    systemTime: 1743980400000,
    deviceUniqueId: "P00134",
    transactionReferenceId: "VOID-8",
    paymentId: "PAY-9876543",
    price: token("250.95"),
    currency: "TRY",
    authCode: "123457",
    hostReference: "000000000011",
    cancelHostReference: "000000000018",
    transactionDate: "20260406",
    transactionTime: "143000",
    paymentDate: 20260406,
    transactionDateTime: "2026-04-06T14:30:00",
    binNumber: "540667",
    lastFourDigits: "0009",
  },
  "terminal.refundableSaleInfo": {
    status: "success",
    errorCode: "0",
    conversationId: "kasa-3",
    systemTime: 1743980400000,
    saleNumber: "5001",
    saleUid: "7c9e6679-7425-40de-944b-e07fc1f90ae7",
    totalReturnableAmount: token("250.95"),
    currency: "TRY",
    saleItems: [
      {
        id: 70001,
        name: "Türk kahvesi 250 g",
        itemQuantity: 3,
        totalPriceAmount: token("123.45"),
        vatAmount: token("1.22"),
        returnableQuantity: 3,
        returnableAmount: token("123.45"),
      },
      {
        id: 70002,
        name: "Fincan",
        itemQuantity: 2,
        totalPriceAmount: token("120.00"),
        vatAmount: token("20.00"),
        returnableQuantity: 2,
        returnableAmount: token("120.00"),
      },
      {
        id: 70003,
        name: "Hediye paketi",
        itemQuantity: 1,
        totalPriceAmount: token("7.50"),
        vatAmount: token("1.25"),
        returnableQuantity: 1,
        returnableAmount: token("7.50"),
      },
    ],
  },
  "terminal.transactionStatus": {
    status: "success",
    errorCode: "0",
    conversationId: "kasa-4",
    systemTime: 1743980400000,
    deviceUniqueId: "P00134",
    transactionReferenceId: "RETURN-7",
    transactionDateTime: "2026-04-06T12:00:00",
    paymentId: "PAY-9876543",
    paymentDate: 20260406,
    price: token("250.95"),
    currency: "TRY",
    installment: 1,
    acquirerId: "0001",
    authCode: "123455",
    binNumber: "540667",
    lastFourDigits: "0009",
    hostReference: "000000000011",
    batchNo: "1",
    saleNumber: "5001",
    refundHostReference: "000000000017",
  },
};

/** The data that they read as. */
export const data = Object.fromEntries(
  Object.entries(landed).map(([operation, { status, errorCode, ...members }]) => [operation, { ...members }]),
);
Object.assign(data["terminal.refund"], { price: "140", vatAmount: "10.79" });
Object.assign(data["terminal.void"], { price: "250.95" });
Object.assign(data["terminal.refundableSaleInfo"], {
  totalReturnableAmount: "250.95",
  saleItems: [
    {
      id: "70001", name: "Türk kahvesi 250 g", itemQuantity: 3, totalPriceAmount: "123.45", vatAmount: "1.22",
      returnableQuantity: 3, returnableAmount: "123.45",
    },
    { id: "70002", name: "Fincan", itemQuantity: 2, totalPriceAmount: "120", vatAmount: "20", returnableQuantity: 2, returnableAmount: "120" },
    {
      id: "70003", name: "Hediye paketi", itemQuantity: 1, totalPriceAmount: "7.5", vatAmount: "1.25",
      returnableQuantity: 1, returnableAmount: "7.5",
    },
  ],
});
data["terminal.transactionStatus"].price = "250.95";
