// The tarball holds only intended files, has no dependencies and runs no scripts.

import { deepEqual } from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";

import { filesIn } from "../../support/bundle.mjs";

const EXPECTED = [
  "LICENSE",
  "README.md",
  "README.tr.md",
  "answer-tables.js",
  "answer-text.js",
  "api.js",
  "audit.js",
  "cjs/answer-tables.js",
  "cjs/answer-text.js",
  "cjs/api.js",
  "cjs/audit.js",
  "cjs/clients.js",
  "cjs/core.hex.js",
  "cjs/core.wasm.d.ts",
  "cjs/crossing.js",
  "cjs/errors.js",
  "cjs/fetch.d.ts",
  "cjs/fetch.js",
  "cjs/forms.js",
  "cjs/imports.js",
  "cjs/index.d.ts",
  "cjs/inline.js",
  "cjs/iyzico_reversals_bg.js",
  "cjs/operations.d.ts",
  "cjs/operations.js",
  "cjs/package.json",
  "cjs/params.js",
  "cjs/secrets.js",
  "cjs/slim.d.ts",
  "cjs/slim.js",
  "cjs/testing.d.ts",
  "cjs/testing.js",
  "cjs/text-codecs.js",
  "cjs/transmission.js",
  "cjs/well-formed.js",
  "clients.js",
  "core.hex.js",
  "core.wasm",
  "core.wasm.d.ts",
  "crossing.js",
  "docs/audit.md",
  "docs/choosing.md",
  "docs/error-codes.md",
  "docs/fields.md",
  "docs/forms.md",
  "docs/from-iyzipay.md",
  "docs/keys.md",
  "docs/never-twice.md",
  "docs/sending.md",
  "docs/terminal.md",
  "docs/testing.md",
  "docs/tools.md",
  "docs/webhooks.md",
  "errors.js",
  "fetch.d.ts",
  "fetch.js",
  "forms.js",
  "imports.js",
  "index.d.ts",
  "inline.js",
  "iyzico_reversals_bg.js",
  "module.js",
  "operations.d.ts",
  "operations.js",
  "package.json",
  "params.js",
  "sbom.cdx.json",
  "schema/cancel.json",
  "schema/login.authorize.json",
  "schema/login.refresh.json",
  "schema/login.token.json",
  "schema/paymentDetails.json",
  "schema/refund.json",
  "schema/refundChargedFromMerchant.json",
  "schema/refundToBalance.json",
  "schema/refundV2.json",
  "schema/terminal.refund.json",
  "schema/terminal.refundableSaleInfo.json",
  "schema/terminal.transactionStatus.json",
  "schema/terminal.void.json",
  "schema/transactions.json",
  "secrets.js",
  "slim.d.ts",
  "slim.js",
  "testing.d.ts",
  "testing.js",
  "text-codecs.js",
  "transmission.js",
  "well-formed.js",
];

export const steps = {
  contents: async ({ workshop, check }) => {
    await check("the package is these files", async () => {
      const top = workshop.packaged();
      deepEqual((await filesIn(top, "")).map((file) => relative(top, file)), EXPECTED);
      return `${EXPECTED.length} files`;
    });

    await check("the package has no dependencies and no scripts", async () => {
      const manifest = JSON.parse(await readFile(join(workshop.packaged(), "package.json"), "utf8"));
      const found = Object.keys(manifest).filter((name) => /dependenc|^scripts$/i.test(name));
      deepEqual(found, []);
    });
  },
};
