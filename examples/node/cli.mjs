// node cli.mjs refund <paymentId> <paymentTransactionId> <price> <conversationId>
// node cli.mjs settle

import { Ledger } from "./ledger.mjs";
import { iyzicoFrom, Refunds } from "./refunds.mjs";

// Check here who is asking: whoever can run this with these keys can refund.
const refunds = new Refunds({ iyzico: iyzicoFrom(process.env), ledger: new Ledger(process.env.LEDGER ?? "ledger") });
const [command, ...args] = process.argv.slice(2);

if (command === "refund" && args.length === 4) {
  const [paymentId, paymentTransactionId, price, conversationId] = args;
  print(await refunds.refund({ paymentId, paymentTransactionId, price, conversationId }));
} else if (command === "settle" && !args.length) {
  for (const fingerprint of await refunds.open()) print({ fingerprint, ...(await refunds.readBack(fingerprint)) });
} else {
  console.error("usage: node cli.mjs refund <paymentId> <paymentTransactionId> <price> <conversationId>\n       node cli.mjs settle");
  process.exitCode = 2;
}

function print(answer) {
  console.log(JSON.stringify(answer));
  // For scripts: 1 means that nothing is certain yet.
  if (answer.state !== "settled") process.exitCode = 1;
}
