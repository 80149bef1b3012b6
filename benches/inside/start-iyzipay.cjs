// Prints the milliseconds from require to the first signed request. iyzipay's README uses require.

const start = performance.now();
const Iyzipay = require("iyzipay");
const { refund } = new Iyzipay({ apiKey: "api", secretKey: "secret", uri: "https://sandbox-api.iyzipay.com" });
refund._config.body = { locale: "tr", paymentTransactionId: "27169345", price: "5.25", currency: "TRY" };
refund._preparePath("create");
const headers = refund._getHttpHeaders("create");
const body = JSON.stringify(refund._getBody("create"));
const milliseconds = performance.now() - start;

if (!headers.Authorization.startsWith("IYZWSv2 ") || !body) throw new Error("this is no signed request");
console.log(milliseconds);
