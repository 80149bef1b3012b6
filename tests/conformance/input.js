// Every door an input can come through must say the same of it.

import { equal, ok, thrownBy } from "./assert.js";

export class Input {
  #pkg;
  #iyzico;

  constructor(pkg, iyzico) {
    this.#pkg = pkg;
    this.#iyzico = iyzico;
  }

  /** `expected` is a list of "path code"; a whole input that is wrong has the path "". */
  refused(operation, params, expected) {
    const { validate, draft, schemas } = this.#pkg;
    const validation = validate(operation, params);
    equal(validation.ok, false, "validate's ok");
    equal(codes(validation.issues), expected, "validate");

    const fromDraft = thrownBy(() => draft(operation, params), "draft");
    equal([fromDraft.name, fromDraft.code], ["IyzicoValidationError", "IYZICO_VALIDATION"], "draft's error");
    equal(fromDraft.issues, validation.issues, "draft's issues");

    if (Object.hasOwn(schemas, operation)) {
      equal(schemas[operation]["~standard"].validate(params).issues, validation.issues, "the schema's issues");
      const fromRequest = thrownBy(() => this.#iyzico[operation](params), operation);
      equal([fromRequest.name, fromRequest.issues], ["IyzicoValidationError", validation.issues], `${operation}'s error`);
    }
    return validation.issues;
  }

  /** The body that every door makes of the params. */
  accepted(operation, params) {
    const { validate, draft } = this.#pkg;
    const validation = validate(operation, params);
    ok(validation.ok, `validate: ${JSON.stringify(validation.issues)}`);
    const made = draft(operation, params);
    equal(this.#iyzico[operation](params).body, made.body, `${operation}'s body`);
    equal(this.#iyzico.sign(made).body, made.body, "the signed draft's body");
    return made.body;
  }
}

export function codes(issues) {
  return issues.map(({ path, code }) => `${path.join(".")} ${code}`.trim());
}
