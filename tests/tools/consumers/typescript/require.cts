// A CommonJS file, in the syntax that verbatimModuleSyntax requires.

import iyzico = require("iyzico-reversals");
import fetching = require("iyzico-reversals/fetch");
import testing = require("iyzico-reversals/testing");
import slim = require("iyzico-reversals/slim");

const client = new iyzico.Iyzico({ apiKey: "sandbox-api-key", secretKey: "sandbox-secret-key", environment: "sandbox" });
const request: iyzico.SignedRequest<"refund"> = client.refund({ paymentTransactionId: "1", price: "5.00" });
const answer: Promise<iyzico.Answer> = fetching.exchange(request);
const signature: string = testing.sign("secret", "text");
const instantiate: (module: never) => void = slim.instantiate;
export = { answer, signature, instantiate };
