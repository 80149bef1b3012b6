// What needs no key: fine in a browser.

import { made, read } from "./errors.js";
import { ask } from "./iyzico_reversals_bg.js";
import { operations } from "./operations.js";
import { call, DETAILS, line, optional, write } from "./params.js";

export function validate(operation, params, context) {
  const found = read(ask(call(["validate", ...checked(operation, params, context)])));
  return found.issues ? { ok: false, issues: found.issues } : { ok: true, value: found.value };
}

export const schemas = /* @__PURE__ */ Object.freeze(
  /* @__PURE__ */ Object.fromEntries(/* @__PURE__ */ operations.map((operation) => [operation, standard(operation)])),
);

export function draft(operation, params, context) {
  return Object.freeze(made(ask(call(["draft", ...checked(operation, params, context)]))));
}

export function refundable(details) {
  return made(ask(call(["refundable", write(details, DETAILS)]))).payments;
}

function checked(operation, params, context) {
  return [line(operation), write(params), optional(context)];
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
