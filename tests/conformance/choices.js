// Issues of a wrong enum value. values.js has the accepted values.

import { equal, ok } from "./support/assert.js";
import { least } from "./support/samples.js";

export function choices({ test, input }) {
  for (const [wrong, right] of [["TL", "TRY"], ["tl", "TRY"], ["try", "TRY"], ["Try", "TRY"], ["usd", "USD"]]) {
    test(`for currency ${wrong} it says ${right}`, () => {
      const [issue] = input.refused("refund", { ...least.refund, currency: wrong }, ["currency currency"]);
      ok(issue.message.includes(`did you mean "${right}"?`), issue.message);
    });
  }
}
