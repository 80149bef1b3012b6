// Getters, proxies, prototypes and the like, which JSON lacks: none may change what is sent.

import { equal, ok } from "./support/assert.js";
import { least, most, OPERATIONS } from "./support/samples.js";

export function objects({ test, input, pkg, iyzico }) {
  for (const operation of OPERATIONS) {
    test(`${operation}: inherited values are no values`, () => {
      const missing = pkg.validate(operation, {}).issues;
      equal(pkg.validate(operation, Object.create(most[operation])).issues, missing);
      class Params {}
      Object.assign(Params.prototype, most[operation]);
      equal(pkg.validate(operation, new Params()).issues, missing);
    });

    test(`${operation}: each getter is read exactly once`, () => {
      for (const use of [
        (params) => pkg.validate(operation, params),
        (params) => pkg.draft(operation, params),
        (params) => iyzico[operation](params),
        (params) => pkg.schemas[operation]["~standard"].validate(params),
      ]) {
        const reads = {};
        const params = {};
        for (const [name, value] of Object.entries(most[operation])) {
          Object.defineProperty(params, name, { enumerable: true, get: () => ((reads[name] = (reads[name] ?? 0) + 1), value) });
        }
        use(params);
        equal(reads, Object.fromEntries(Object.keys(most[operation]).map((name) => [name, 1])));
      }
    });
  }

  test("a getter cannot show one value to the check and another to the body", () => {
    let reads = 0;
    const params = { ...least.refund };
    Object.defineProperty(params, "price", { enumerable: true, get: () => (reads++ === 0 ? "5.00" : "500000") });
    equal(iyzico.refund(params).body, '{"paymentTransactionId":"27169345","price":5.00}');
  });

  test("a polluted Object.prototype supplies nothing", () => {
    polluting(Object.prototype, { price: "999", paymentTransactionId: "1", reason: "FRAUD", evil: "1" }, () => {
      equal(pkg.validate("refund", {}).issues.map(({ path }) => path[0]), ["paymentTransactionId", "price"]);
      equal(iyzico.refund(least.refund).body, '{"paymentTransactionId":"27169345","price":5.00}');
    });
  });

  test("toJSON has no say, wherever it stands", () => {
    const lie = () => "999";
    for (const prototype of [Object.prototype, String.prototype, Number.prototype]) {
      polluting(prototype, { toJSON: lie }, () => {
        equal(iyzico.refund({ ...least.refund, price: 5 }).body, '{"paymentTransactionId":"27169345","price":5}');
      });
    }
    const inherited = Object.assign(Object.create({ toJSON: () => ({ ...least.refund, price: "999" }) }), least.refund);
    equal(iyzico.refund(inherited).body, '{"paymentTransactionId":"27169345","price":5.00}');
    input.refused("refund", { ...least.refund, toJSON: lie }, ["toJSON unknown_field"]);
  });

  test("what is not enumerable, and what a symbol names, is not there", () => {
    const params = Object.defineProperty({ paymentTransactionId: "1", [Symbol("price")]: "1" }, "price", { value: "5" });
    input.refused("refund", params, ["price missing"]);
  });

  test("an object without a prototype is an object", () => {
    equal(input.accepted("refund", Object.assign(Object.create(null), least.refund)), input.accepted("refund", least.refund));
  });

  test("an instance's own properties count", () => {
    class Refund {
      paymentTransactionId = "1";
      price = "5";
    }
    equal(input.accepted("refund", new Refund()), '{"paymentTransactionId":"1","price":5}');
  });

  test("a proxy is read like what it shows", () => {
    equal(input.accepted("refund", new Proxy({ ...least.refund }, {})), input.accepted("refund", least.refund));
  });

  test("validate never throws: getters and traps that do, revoked proxies, cycles, depths", () => {
    const fail = () => { throw new Error("hostile"); };
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    const cycle = { ...least.refund };
    cycle.price = cycle;
    let deep = {};
    for (let level = 0; level < 50_000; level++) deep = { deep };
    for (const params of [
      Object.defineProperty({ ...least.refund }, "price", { enumerable: true, get: fail }),
      new Proxy({}, { ownKeys: fail }),
      new Proxy({ ...least.refund }, { get: fail }),
      new Proxy({ ...least.refund }, { getOwnPropertyDescriptor: fail }),
      revoked.proxy,
      cycle,
      { ...least.refund, price: deep },
      { ...least.refund, price: new Array(100) },
      { ...least.refund, price: revoked.proxy },
    ]) {
      const validation = pkg.validate("refund", params);
      equal(validation.ok, false);
      ok(validation.issues.length > 0, "there is no issue");
    }
    // The core still works after all of that.
    equal(pkg.validate("refund", least.refund).ok, true);
  });

  test("a cycle or a depth in one field is that field's issue alone", () => {
    const cycle = {};
    cycle.cycle = cycle;
    let deep = {};
    for (let level = 0; level < 50_000; level++) deep = { deep };
    for (const price of [cycle, deep, [[[[[[[[cycle]]]]]]]]]) input.refused("refund", { ...least.refund, price }, ["price type"]);
  });

  test("a thousand unknown fields do not hide the check", () => {
    const params = Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`field${n}`, n]));
    equal(pkg.validate("refund", params).ok, false);
    equal(pkg.validate("refund", { ...params, ...least.refund }).ok, false);
  });

  test("the caller's object is left as it was", () => {
    const params = Object.freeze({ ...most.refund });
    const before = JSON.stringify(params);
    input.accepted("refund", params);
    equal(JSON.stringify(params), before);
  });
}

function polluting(prototype, members, check) {
  for (const [name, value] of Object.entries(members)) {
    Object.defineProperty(prototype, name, { value, configurable: true, enumerable: true, writable: true });
  }
  try {
    check();
  } finally {
    for (const name of Object.keys(members)) delete prototype[name];
  }
}
