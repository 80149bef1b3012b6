// Standard Schema version 1, for form libraries: https://standardschema.dev

import { equal, ok } from "./support/assert.js";
import { ALL_OPERATIONS, least, most, OPERATIONS } from "./support/samples.js";

export function schemas({ test, pkg }) {
  test("one for each operation, frozen", () => {
    equal(Object.keys(pkg.schemas).sort(), [...ALL_OPERATIONS].sort());
    ok(Object.isFrozen(pkg.schemas), "the list is not frozen");
    for (const operation of ALL_OPERATIONS) {
      const schema = pkg.schemas[operation];
      ok(Object.isFrozen(schema) && Object.isFrozen(schema["~standard"]), `${operation} is not frozen`);
      const { version, vendor, validate } = schema["~standard"];
      equal([version, vendor, typeof validate], [1, "iyzico-reversals", "function"]);
    }
  });

  for (const operation of OPERATIONS) {
    test(`${operation}: a value or issues, never both`, () => {
      const { validate } = pkg.schemas[operation]["~standard"];
      const good = validate(most[operation]);
      equal(good.value, most[operation]);
      equal(good.issues, undefined);
      const bad = validate({ ...least[operation], conversationId: 7 });
      ok(!("value" in bad), "a refused value came along");
      equal(bad.issues.map(({ path, message }) => [path, typeof message]), [[["conversationId"], "string"]]);
    });
  }
}
