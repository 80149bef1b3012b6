// Prints the milliseconds from import to the first signed request.

const start = performance.now();
const { Iyzico } = await import("iyzico-reversals");
const iyzico = new Iyzico({ apiKey: "api", secretKey: "secret", environment: "sandbox" });
const { headers, body } = iyzico.refund({ locale: "tr", paymentTransactionId: "27169345", price: "5.25", currency: "TRY" });
const milliseconds = performance.now() - start;

if (!headers.Authorization.startsWith("IYZWSv2 ") || !body) throw new Error("this is no signed request");
console.log(milliseconds);
