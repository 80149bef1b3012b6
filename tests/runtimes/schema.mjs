// The package's JSON Schemas and `validate` agree wherever a JSON Schema can express the rule.

import { readdir, readFile } from "node:fs/promises";
import { isIPv4, isIPv6 } from "node:net";
import { pathToFileURL } from "node:url";

import Ajv from "ajv/dist/2020.js";

import { least as leastOfCards } from "../conformance/support/samples.js";
import { cup, least as leastOfTills } from "../conformance/support/till.js";

const least = {
  ...leastOfCards,
  ...leastOfTills,
  refundToBalance: { paymentId: "25180208", callbackUrl: "https://shop.example/iade" },
  paymentDetails: { paymentId: "25180208" },
  transactions: { transactionDate: "2026-11-20", page: 1 },
  "login.authorize": { username: "kasa", password: "parola", request_timestamp: "1766660749" },
  "login.token": { code: "FYEff" },
  "login.refresh": { refresh_token: "eiHg" },
};

// Left out, because a JSON Schema can't express it: digits that a double loses, the bound of `upTo`, days of a month,
// and words in mixed case.
const changes = [
  {},
  ...["5", "0.00000001", "12345678901234567890.12345678", 5, 0.5].map((price) => ({ price })),
  ...["0", "0.00", "00.5", "5,00", "-5", "+5", " 5", "5 ", ".5", "5.", "1e2", "٥", "0.000000001", "", 0, -1, true, null, [], {}].map((price) => ({ price })),
  ...["a-1_.", "a b", "a:b", "", "ş", 27169345].flatMap((id) => [{ paymentTransactionId: id }, { paymentId: id }]),
  ...["return-7", "iade 7 ş😀", "", "a\nb", "a\u0085b", "a  b", " a", "a ", " ", "!", "~", "\u007f", "\u00a0", "gid://a/1 #2", "x".repeat(255), "x".repeat(256), 7].flatMap((id) => [
    { conversationId: id }, { transactionReferenceId: id },
  ]),
  ...["TRY", "IRR", "TL", "try", ""].map((currency) => ({ currency })),
  ...["tr", "en", "TR", "EN", "de", ""].map((locale) => ({ locale })),
  ...["85.34.78.112", "2001:db8::1", "1.2.3", "256.1.1.1", ""].map((ip) => ({ ip })),
  ...["FRAUD", "buyer_request", "because"].map((reason) => ({ reason })),
  ...["ürün bozuk", "a\nb", "a\r\n\tb", "\n", "a\u0000b", "a\u000bb", "a\u0085b", "x".repeat(65_536), "x".repeat(65_537)].flatMap((description) => [
    { reason: "other", description }, lineWith({ name: description }), { saleAppName: description },
  ]),
  ...[1000, 1001].map((length) => ({ saleItems: Array.from({ length }, () => line()) })),
  { description: "ürün bozuk" },
  { colour: 1 },
  ...["https://a", "https://a/b?c=d#e", "http://a", "https://", "https://a b", "https://ş", "x", "", 5].map((callbackUrl) => ({ callbackUrl })),
  ...["siparis-7", "", 7].flatMap((id) => [{ paymentConversationId: id }, { paymentId: undefined, paymentConversationId: id }]),
  ...["P".repeat(64), "P".repeat(65), "😀".repeat(64), "😀".repeat(65), "", 1].map((deviceUniqueId) => ({ deviceUniqueId })),
  ...[20240229, 20261231, "20260406", 2026046, 202604060, 20260406.5, 0, -20260406, "2026-04-06", "0", "02026040", " 20260406", true, null].map((paymentDate) => ({ paymentDate })),
  ...["saleAppName", "saleAppVersion", "transactionReferenceId", "notificationPhone", "notificationEmail", "relatedSaleId", "username", "password", "request_timestamp", "code", "refresh_token"]
    .flatMap((name) => ["a ş😀", "", "a\tb", 5, null].map((text) => ({ [name]: text }))),
  ...["2026-04-06", "2026-4-6", "20260406", "06.04.2026", " 2026-04-06", "0026-04-06", "", 20260406, null].map((transactionDate) => ({ transactionDate })),
  ...[1, 999_999_999, 1_000_000_000, 0, 1.5, "1", null].map((page) => ({ page })),
  { paymentId: "PAY-1", transactionReferenceId: undefined },
  ...[[], {}, "x", null, [5], [null], [[]], [{}], [line(), line()], [line(), 5]].map((saleItems) => ({ saleItems })),
  ...["relatedSaleItemId", "name", "unitCode", "taxGroupCode"].flatMap((name) => ["70001", "a b", "a:b", "", "ş", 5, null].map((text) => lineWith({ [name]: text }))),
  ...[1, 999_999_999, 1_000_000_000, 0, -1, 1.5, "1", null].map((itemQuantity) => lineWith({ itemQuantity })),
  ...["unitPriceAmount", "grossPriceAmount", "totalPriceAmount", "returnAmount"].flatMap((name) =>
    ["5", "0.00000001", 5, 0.5, "0", "0.000000001", "-5", "5,00", "", 0, -1, true, null, {}].map((amount) => lineWith({ [name]: amount })),
  ),
  ...[true, false, "true", 1, null].map((generic) => lineWith({ generic })),
  lineWith({ colour: 1 }),
  ...Object.keys(line()).map((name) => lineWith({ [name]: undefined })),
];

function line(changes) {
  return { ...cup, ...changes };
}

function lineWith(changes) {
  return { saleItems: [line(), line(changes)] };
}

export const steps = {
  async "json-schema"(project) {
    const { schemas, validate } = await import(pathToFileURL(project.path("node_modules/iyzico-reversals/inline.js")));
    // "One of these two" names fields without describing them again, which strictRequired reports.
    const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false, formats: { ipv4: isIPv4, ipv6: isIPv6 } });
    const result = { passed: 0, failed: 0, failures: [] };
    const expect = (name, passed, error) => {
      if (passed) result.passed += 1;
      else {
        result.failed += 1;
        result.failures.push({ name, error });
      }
    };
    const files = await readdir(project.path("node_modules/iyzico-reversals/schema"));
    const [published, known, tried] = [files.map((name) => name.replace(/\.json$/, "")), Object.keys(schemas), Object.keys(least)].map((names) => names.sort().join());
    expect("each operation has a schema, and rows here", published === known && tried === known, `${published}; ${tried}`);
    for (const [operation, params] of Object.entries(least)) {
      const path = project.path(`node_modules/iyzico-reversals/schema/${operation}.json`);
      const agrees = ajv.compile(JSON.parse(await readFile(path, "utf8")));
      const incomplete = Object.keys(params).map((name) => ({ ...params, [name]: undefined }));
      for (const changed of [...changes.map((change) => ({ ...params, ...change })), ...incomplete]) {
        const given = JSON.parse(JSON.stringify(changed));
        const [schema, check] = [agrees(given), validate(operation, given).ok];
        expect(`${operation} ${JSON.stringify(given)}`.slice(0, 400), schema === check, `the schema says ${schema}, the check ${check}`);
      }
    }
    return result;
  },
};
