// What is in the tarball: all of it is meant to be there.

import { deepEqual } from "node:assert/strict";
import { relative } from "node:path";

import { filesIn } from "../bundle.mjs";

const EXPECTED = [
  "LICENSE",
  "README.md",
  "answer-text.js",
  "api.js",
  "clients.js",
  "core.hex.js",
  "core.wasm",
  "core.wasm.d.ts",
  "edge-light.js",
  "errors.js",
  "fetch.d.ts",
  "fetch.js",
  "forms.js",
  "imports.js",
  "index.d.ts",
  "inline.js",
  "iyzico_reversals_bg.js",
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
  "secrets.js",
  "slim.d.ts",
  "slim.js",
  "testing.d.ts",
  "testing.js",
  "transmission.js",
  "workerd.js",
];

export const steps = {
  contents: async ({ workshop, check }) => {
    await check("the package is these files", async () => {
      const top = workshop.packaged();
      deepEqual((await filesIn(top, "")).map((file) => relative(top, file)), EXPECTED);
      return `${EXPECTED.length} files`;
    });
  },
};
