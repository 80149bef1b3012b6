// Functions that need no key: browsers can use them.

import { issuesOf, made } from "./errors.js";
import * as core from "./iyzico_reversals_bg.js";
import { operations } from "./operations.js";
import { DETAILS, exact, optional, write } from "./params.js";

export function validate(operation, params, context) {
  try {
    return { ok: true, value: JSON.parse(core.validate(exact(operation), write(params), optional(context))) };
  } catch (thrown) {
    return { ok: false, issues: issuesOf(thrown) };
  }
}

export const schemas = /* @__PURE__ */ Object.freeze(
  /* @__PURE__ */ Object.fromEntries(/* @__PURE__ */ operations.map((operation) => [operation, standard(operation)])),
);

export function draft(operation, params, context) {
  return Object.freeze(JSON.parse(made(() => core.draft(exact(operation), write(params), optional(context)))));
}

export function refundable(details) {
  return JSON.parse(made(() => core.refundable(write(details, DETAILS)))).payments;
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
