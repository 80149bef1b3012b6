// Mistakes that the audit must find: an operator who refunds outside of the desk, a desk that ignores earlier attempts, and altered books.

import { exchange } from "../../../pkg/fetch.js";
import { Iyzico } from "../../../pkg/inline.js";
import { parseAmount } from "../../../www-example/sandbox/money.mjs";
import { audit } from "./books.mjs";
import { Debt } from "./debts.mjs";
import { recordOf } from "./record.mjs";
import { Site } from "./site.mjs";

const PAYMENTS = 5;
const PRICE = "10.00";

/** Audits operators who send a refund again outside the desk when it doesn't answer at once. */
export function sendOutsideTheDesk(site) {
  const { IYZICO_API_KEY: apiKey, IYZICO_SECRET_KEY: secretKey, IYZICO_BASE_URL: baseUrl } = site.settings;
  const iyzico = new Iyzico({ apiKey, secretKey, baseUrl });
  return giveTwice(site, "outside", "lost", ({ params, name }) => exchange(iyzico.refund({ ...params, conversationId: `${name}_2` })));
}

/** Audits operators who request again as soon as the desk shows a failure, although every refund was carried out. */
export function askAgain(site) {
  return giveTwice(site, "again", "unlisted-done:5999", (debt) => site.clerks[1].post(`${debt.path}/intents`, debt.nextAttempt().made));
}

/** The same, at a desk that sends although an earlier attempt may have landed. */
export async function askAgainWithoutTheRule(shop) {
  const changed = (code) => code.replace("hindrance(weighing) {", "$&\n    return null;");
  const site = await Site.open({ shop, changed });
  try {
    return await askAgain(site);
  } finally {
    await site.close();
  }
}

/** Whether the audit finds a landed refund recorded as a failure, and a failed one recorded as a success. */
export function alterTheBooks({ debts, record, sandbox }) {
  const names = [...record.keys()];
  const success = names.find((name) => record.get(name)?.state === "success");
  const failure = names.find((name) => (record.get(name)?.state ?? "failure") === "failure");
  const altered = new Map(record);
  altered.set(success, { ...record.get(success), state: "failure", settleableFrom: null });
  altered.set(failure, { amount: null, ...record.get(failure), state: "success" });
  const { lost, invented } = audit({ debts, record: altered, sandbox });
  return { isLossFound: lost.includes(success), isInventionFound: invented.includes(failure) };
}

async function giveTwice(site, word, fault, giveAgain) {
  const { sandbox, clerks } = site;
  sandbox.beKind();
  const debts = Array.from({ length: PAYMENTS }, (_, at) => newDebt(sandbox, `${word}-${at}`));
  for (const debt of debts) {
    const { name, made } = debt.nextAttempt();
    sandbox.fault({ fault, conversationId: name });
    await clerks[0].post(`${debt.path}/intents`, made);
    await giveAgain(debt);
  }
  return audit({ debts, record: await recordOf({ site, groups: [debts] }), sandbox });
}

function newDebt(sandbox, name) {
  const { paymentId, items } = sandbox.createPayment({ items: [{ paidPrice: "100.00" }] });
  const params = { paymentTransactionId: items[0].paymentTransactionId, price: PRICE, conversationId: name };
  return new Debt({ operation: "refund", paymentId, name, units: parseAmount(PRICE), currency: "TRY", params });
}
