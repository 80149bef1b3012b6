// The JSON Schemas of the package against its own check: where both can say something, they say the same.

import { readFile } from "node:fs/promises";
import { isIPv4, isIPv6 } from "node:net";
import { pathToFileURL } from "node:url";

import Ajv from "ajv/dist/2020.js";

const least = {
  refund: { paymentTransactionId: "27169345", price: "5.00" },
  refundV2: { paymentId: "25180208", price: "5.00" },
  cancel: { paymentId: "25180208" },
};

// What a JSON Schema can't say, the digits a double keeps and the bound of upTo, stands in no row.
const changes = [
  {},
  ...["5", "0.00000001", "12345678901234567890.12345678", 5, 0.5].map((price) => ({ price })),
  ...["0", "0.00", "00.5", "5,00", "-5", "+5", " 5", "5 ", ".5", "5.", "1e2", "٥", "0.000000001", "", 0, -1, true, null, [], {}].map((price) => ({ price })),
  ...["a-1_.", "a b", "a:b", "", "ş", 27169345].flatMap((id) => [{ paymentTransactionId: id }, { paymentId: id }]),
  ...["return-7", "iade 7 ş😀", "", "a\nb", "a\u0085b", 7].map((conversationId) => ({ conversationId })),
  ...["TRY", "IRR", "TL", "try", ""].map((currency) => ({ currency })),
  ...["tr", "en", "TR", "de"].map((locale) => ({ locale })),
  ...["85.34.78.112", "2001:db8::1", "1.2.3", "256.1.1.1", ""].map((ip) => ({ ip })),
  ...["FRAUD", "buyer_request", "because"].map((reason) => ({ reason })),
  { reason: "other", description: "ürün bozuk" },
  { description: "ürün bozuk" },
  { colour: 1 },
];

export const steps = {
  async "json-schema"(project) {
    const { validate } = await import(pathToFileURL(project.path("node_modules/iyzico-reversals/inline.js")));
    const ajv = new Ajv({ strict: true, strictTypes: false, formats: { ipv4: isIPv4, ipv6: isIPv6 } });
    const result = { passed: 0, failed: 0, failures: [] };
    for (const [operation, params] of Object.entries(least)) {
      const path = project.path(`node_modules/iyzico-reversals/schema/${operation}.json`);
      const agrees = ajv.compile(JSON.parse(await readFile(path, "utf8")));
      const incomplete = Object.keys(params).map((name) => ({ ...params, [name]: undefined }));
      for (const changed of [...changes.map((change) => ({ ...params, ...change })), ...incomplete]) {
        const given = JSON.parse(JSON.stringify(changed));
        const [schema, check] = [agrees(given), validate(operation, given).ok];
        if (schema === check) result.passed += 1;
        else {
          result.failed += 1;
          result.failures.push({ name: `${operation} ${JSON.stringify(given)}`, error: `the schema says ${schema}, the check ${check}` });
        }
      }
    }
    return result;
  },
};
