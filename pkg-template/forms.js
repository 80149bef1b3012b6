// What needs no key: fine in a browser.

import { draft as coreDraft, refundable as coreRefundable, validate as coreValidate } from "./iyzico_reversals_bg.js";
import { made } from "./errors.js";
import { operations } from "./operations.js";
import { optional, text, write } from "./params.js";

export function validate(operation, params, context) {
  return JSON.parse(coreValidate(text(operation) ?? "", write(params), optional(context)));
}

export const schemas = /* @__PURE__ */ Object.freeze(
  /* @__PURE__ */ Object.fromEntries(/* @__PURE__ */ operations.map((operation) => [operation, standard(operation)])),
);

export function draft(operation, params, context) {
  return Object.freeze(made(() => coreDraft(text(operation) ?? "", write(params), optional(context))));
}

export function refundable(details) {
  return made(() => coreRefundable(write(details)));
}

// https://standardschema.dev
function standard(operation) {
  const schema = {
    version: 1,
    vendor: "iyzico-reversals",
    validate(params) {
      const { value, issues } = validate(operation, params);
      return issues ? { issues } : { value };
    },
  };
  return Object.freeze({ "~standard": Object.freeze(schema) });
}
