// Compares the package with the official SDK and Python's decimal: node differential.mjs [--count N] [--seed TEXT]
//
// Python gives the value of an amount. Amounts that the SDK changes are counted and printed.

import { parseArgs } from "node:util";

import { draft, validate } from "../../pkg/inline.js";
import { iyzwsv2, sign } from "../../pkg/testing.js";
import { spellings } from "./amounts.mjs";
import { requests } from "./bodies.mjs";
import { officialBody, utils } from "./official.mjs";
import { askPython } from "./python.mjs";

const { values } = parseArgs({ options: { count: { type: "string", default: "20000" }, seed: { type: "string", default: "5" } } });
const [count, seed] = [Number(values.count), values.seed];
const keys = { apiKey: "differential-api-key", secretKey: "differential-secret-key" };
let [passed, failed] = [0, 0];

const amounts = spellings(seed, count).map((given) => ({ given, text: String(given), wire: onTheWire(given), official: utils.formatPrice(given) }));
const accepted = amounts.filter(({ wire }) => wire !== null);

section("Python", () => {
  const [worth, sent, official] = askPython([amounts.map(({ text }) => text), accepted.map(({ wire }) => wire), amounts.map(({ official }) => String(official))]);
  const worthOf = new Map(amounts.map((amount, at) => [amount, worth[at]]));
  const officialOf = new Map(amounts.map((amount, at) => [amount, official[at]]));

  const is = (amount, at) => worthOf.get(amount) !== null && sent[at] === worthOf.get(amount);
  none("an accepted amount is worth what Python says", accepted.filter((amount, at) => !is(amount, at)));
  none("its digits go out as they came in", accepted.filter(({ text, wire }) => text !== wire));
  none("it is more than nothing", accepted.filter((amount) => !(Number(worthOf.get(amount)) > 0)));

  const same = accepted.filter((amount) => officialOf.get(amount) === worthOf.get(amount));
  const changed = accepted.filter((amount) => officialOf.get(amount) !== worthOf.get(amount));
  const refused = amounts.filter(({ wire }) => wire === null);
  const taken = refused.filter((amount) => worthOf.get(amount) !== null);
  const altered = refused.filter((amount) => typeof amount.given === "string" && officialOf.get(amount) !== null && officialOf.get(amount) !== worthOf.get(amount));
  console.log(`${amounts.length} spellings of amounts: ${accepted.length} accepted, ${refused.length} refused`);
  console.log(`  of the accepted ones iyzipay keeps the value of ${same.length} and changes ${changed.length}: ${shown(changed)}`);
  console.log(`  of the refused ones Python takes ${taken.length}: ${shown(taken)}`);
  console.log(`  and iyzipay sends ${altered.length} as another amount than Python reads: ${shown(altered)}`);
  check("thousands were accepted, thousands refused", accepted.length > count / 4 && refused.length > count / 8);
  check("most keep their value in the official SDK as well", same.length > accepted.length / 2);

  const asked = requests(seed, Math.ceil(count / 4), accepted.filter((amount) => same.includes(amount)).slice(0, 2000).map(({ given }) => given));
  const bodies = asked.map(({ operation, params }) => [draft(operation, params).body, officialBody(operation, params)]);
  const read = askPython(bodies.flat().map((body) => ({ body })));
  const differing = asked.filter((_, at) => !alike(read[2 * at], read[2 * at + 1]));
  console.log(`${asked.length} bodies of ${new Set(asked.map(({ operation }) => operation)).size} operations`);
  check("every body says the same as the official SDK's", differing.length === 0, JSON.stringify(differing.slice(0, 3)));

  const signed = bodies.map(([, body], at) => [ours(body, at), theirs(body, at)]);
  check("every signature is the official SDK's", signed.every(([our, their]) => our === their));
  const answers = asked.map(({ params }) => [params.paymentId ?? "1", String(params.price ?? ""), params.currency ?? "", params.conversationId ?? ""]);
  check("and every answer's", answers.every((values) => sign(keys.secretKey, values.join(":")) === utils.calculateHmacSHA256Signature(values, keys.secretKey)));
});

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;

/** The digits that are sent for a price, or null if it is refused. */
function onTheWire(price) {
  const params = { paymentTransactionId: "1", price };
  if (!validate("refund", params).ok) return null;
  return /"price":([^,}]+)}$/.exec(draft("refund", params).body)[1];
}

/** A price is a number in our bodies and a text in the SDK's. Python has turned the number into plain digits. */
function alike(ours, theirs) {
  const names = Object.keys(ours);
  if (names.length !== Object.keys(theirs).length) return false;
  return names.every((name) => ours[name] === (name === "price" ? trimmed(theirs.price) : theirs[name]));
}

function trimmed(price) {
  return price.includes(".") ? price.replace(/0+$/, "").replace(/\.$/, "") : price;
}

function ours(body, at) {
  return iyzwsv2({ ...keys, randomKey: `rnd-${at}`, path: "/payment/refund", body }).authorization;
}

function theirs(body, at) {
  return utils.generateAuthorizationHeaderV2("IYZWSv2", keys.apiKey, ":", keys.secretKey, "/payment/refund", JSON.parse(body), `rnd-${at}`);
}

function section(name, run) {
  try {
    run();
  } catch (error) {
    check(name, false, error.message);
  }
}

function check(name, holds, detail = "") {
  if (holds) passed += 1;
  else failed += 1;
  if (!holds) console.log(`✗ ${name}: ${detail}`);
}

function none(name, found) {
  check(name, found.length === 0, `${found.length}, such as ${shown(found)}`);
}

function shown(amounts) {
  return amounts.slice(0, 6).map(({ given, official }) => `${JSON.stringify(given)} → ${official}`).join(", ") || "none";
}
