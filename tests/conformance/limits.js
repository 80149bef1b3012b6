// Limits of arguments: longer ones are refused before they are copied into the wasm, with an issue that names the limit.

import { equal, ok, thrownBy } from "./support/assert.js";
import { codes } from "./support/input.js";
import { httpAnswer, least, most } from "./support/samples.js";
import { cup, least as tillLeast } from "./support/till.js";

const MILLION = 1_000_000;

export function limits({ test, pkg, iyzico, terminal, input }) {
  const named = (count) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`name${n}`, n]));
  const lines = (saleItems) => ({ ...tillLeast["terminal.refund"], saleItems });

  test("a text is refused by its own limit, however long it is", () => {
    for (const [name, most] of [["conversationId", 255], ["paymentTransactionId", 65_536], ["price", 65_536], ["currency", 65_536], ["ip", 65_536], ["locale", 65_536]]) {
      for (const length of [65_537, MILLION, 8 * MILLION]) {
        for (const letter of ["1", "ş"]) {
          const [issue] = input.refused("refund", { ...least.refund, [name]: letter.repeat(length) }, [`${name} too_long`]);
          ok(issue.message.includes(String(most)), issue.message);
        }
      }
    }
    const [issue] = input.refused("terminal.void", { ...tillLeast["terminal.void"], deviceUniqueId: "P".repeat(MILLION) }, ["deviceUniqueId too_long"]);
    ok(issue.message.includes("64"), issue.message);
  });

  test("an object has at most 256 names", () => {
    equal(pkg.validate("refund", { ...named(254), ...least.refund }).issues.map(({ code }) => code), new Array(100).fill("unknown_field"));
    for (const count of [257, 1000, 50_000]) {
      const [issue] = input.refused("refund", named(count), ["too_many"]);
      ok(issue.message.includes("256"), issue.message);
      input.refused("refund", { ...least.refund, price: named(count) }, ["price too_many"]);
      input.refused("terminal.refund", lines([cup, { ...cup, ...named(count) }]), ["saleItems.1 too_many"]);
      equal(pkg.validate("terminal.refund", lines([cup]), named(count)).ok, false);
      equal(codes(thrownBy(() => iyzico.sign(named(count))).issues), ["operation unknown_operation"]);
    }
  });

  test("a list has at most a thousand items, empty places included", () => {
    for (const list of [new Array(1001), new Array(50 * MILLION), new Array(1001).fill(cup)]) {
      const [issue] = input.refused("terminal.refund", lines(list), ["saleItems too_many"]);
      ok(issue.message.includes("1000"), issue.message);
      input.refused("refund", list, ["too_many"]);
      input.refused("refund", { ...least.refund, price: list }, ["price too_many"]);
    }
  });

  test("a name is shown in part", () => {
    const [issue] = pkg.validate("refund", { ...least.refund, ["n".repeat(MILLION)]: 1 }).issues;
    equal([issue.path, issue.code], [["n".repeat(64)], "unknown_field"]);
    const halved = pkg.validate("refund", { ...least.refund, [`${"n".repeat(63)}😀`]: 1 }).issues;
    equal(halved.map(({ path, code }) => [path[0].isWellFormed(), code]), [[true, "unknown_field"]]);
  });

  test("many long names are bounded together", () => {
    const long = Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`${n}-`.padEnd(50_000, "y"), 1]));
    const { issues } = pkg.validate("refund", { ...least.refund, ...long });
    equal([issues.length, issues[0].path[0].length], [100, 64]);
  });

  test("texts are bounded together", () => {
    const texts = Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`name${n}`, "ş".repeat(65_536)]));
    equal(pkg.validate("refund", texts).ok, false);
    equal(pkg.validate("refund", { ...least.refund, ...texts }).ok, false);
    equal(pkg.validate("refund", least.refund).ok, true);
  });

  test("lists of lists end, and so does one list that stands in itself many times over", () => {
    const wide = Array.from({ length: 1000 }, () => new Array(1000).fill(1));
    const sparse = Array.from({ length: 1000 }, () => new Array(1000));
    let shared = [];
    for (let level = 0; level < 7; level++) shared = new Array(1000).fill(shared);
    let named = {};
    for (let level = 0; level < 7; level++) named = Object.fromEntries(Array.from({ length: 256 }, (_, n) => [n, named]));
    for (const hostile of [wide, sparse, shared, named]) {
      equal(pkg.validate("refund", { ...least.refund, price: hostile }).ok, false);
      equal(pkg.validate("terminal.refund", lines([cup]), { sale: hostile }).ok, false);
    }
    for (const hostile of [shared, named]) {
      equal(pkg.validate("refund", hostile).ok, false);
      equal(pkg.validate("terminal.refund", lines([hostile])).ok, false);
      thrownBy(() => pkg.refundable({ payments: hostile }));
      thrownBy(() => new pkg.Iyzico({ apiKey: hostile, secretKey: "s", environment: "sandbox" }));
    }
    equal(pkg.validate("refund", least.refund).ok, true);
  });

  test("a thousand lines with every field are no reason to refuse", () => {
    const line = { relatedSaleItemId: "70001", ...cup, name: "Türk kahvesi 250 g, öğütülmüş, kağıt filtre için", generic: false, returnAmount: "5" };
    const body = input.accepted("terminal.refund", lines(new Array(1000).fill(line)));
    equal(JSON.parse(body).saleItems.length, 1000);
    equal(terminal.read({ operation: "terminal.refund", body }, null).reason, "no-answer");
  });

  test("a draft's body and a request's may have a million characters", () => {
    const made = pkg.draft("refund", least.refund);
    for (const length of [1 << 20, 8 * MILLION]) equal(codes(thrownBy(() => iyzico.sign({ ...made, body: "x".repeat(length) })).issues), ["not_json"]);
    equal(iyzico.read({ operation: "refund", body: "x".repeat(8 * MILLION) }, httpAnswer("{}")).reason, "request-unreadable");
  });

  test("settings are bounded like params", () => {
    for (const name of ["apiKey", "secretKey"]) {
      const settings = { apiKey: "a", secretKey: "s", environment: "sandbox", [name]: "x".repeat(MILLION) };
      equal(codes(thrownBy(() => new pkg.Iyzico(settings)).issues), [`${name} too_long`]);
    }
    equal(codes(thrownBy(() => terminal.withToken("x".repeat(MILLION))).issues), ["accessToken too_long"]);
    equal(codes(thrownBy(() => new pkg.Iyzico(named(300))).issues), ["too_many"]);
  });

  test("an operation's name is no longer than a text", () => {
    for (const name of ["refund".repeat(MILLION), "ş".repeat(8 * MILLION)]) {
      equal(codes(pkg.validate(name, most.refund).issues), ["operation unknown_operation"]);
      equal(iyzico.read({ ...iyzico.refund(least.refund), operation: name }, httpAnswer("{}")).reason, "request-unreadable");
    }
  });
}
