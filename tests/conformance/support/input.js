// Checks one input through every function that accepts it: all must agree.

import { equal, ok, thrownBy } from "./assert.js";

export class Input {
  #pkg;
  #callers;

  /** `callers` has an object for a merchant's operations, a terminal's and a login's. */
  constructor(pkg, callers) {
    this.#pkg = pkg;
    this.#callers = callers;
  }

  /** `expected` is a list of "path code"; a whole input that is wrong has the path "". */
  refused(operation, params, expected, context) {
    const { validate, draft, schemas } = this.#pkg;
    const validation = validate(operation, params, context);
    equal(validation.ok, false, "validate's ok");
    equal(codes(validation.issues), expected, "validate");

    const fromDraft = thrownBy(() => draft(operation, params, context), "draft");
    equal([fromDraft.name, fromDraft.code], ["IyzicoValidationError", "IYZICO_VALIDATION"], "draft's error");
    equal(fromDraft.issues, validation.issues, "draft's issues");

    if (Object.hasOwn(schemas, operation)) {
      // A schema has no context.
      if (context === undefined) equal(schemas[operation]["~standard"].validate(params).issues, validation.issues, "the schema's issues");
      const fromRequest = thrownBy(() => this.request(operation, params, context), operation);
      equal([fromRequest.name, fromRequest.issues], ["IyzicoValidationError", validation.issues], `${operation}'s error`);
    }
    return validation.issues;
  }

  /** The body that every function builds from the params. */
  accepted(operation, params, context) {
    const { validate, draft } = this.#pkg;
    const validation = validate(operation, params, context);
    ok(validation.ok, `validate: ${JSON.stringify(validation.issues)}`);
    const made = draft(operation, params, context);
    equal(this.request(operation, params, context).body, made.body, `${operation}'s body`);
    equal(this.#callerOf(operation).sign(made).body, made.body, "the signed draft's body");
    return made.body;
  }

  /** The request of the client that has the operation. */
  request(operation, params, context) {
    return this.#callerOf(operation)[operation.split(".").at(-1)](params, context);
  }

  #callerOf(operation) {
    return this.#callers[operation.includes(".") ? operation.split(".")[0] : "iyzico"];
  }
}

export function codes(issues) {
  return issues.map(({ path, code }) => `${path.join(".")} ${code}`.trim());
}
