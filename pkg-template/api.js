// The JavaScript face: names, objects and errors. Every rule is in the core.

import { Client, draft as coreDraft, maxAnswer, validate as coreValidate } from "./iyzico_reversals_bg.js";
import { IyzicoConfigError, IyzicoValidationError } from "./errors.js";
import { operations } from "./operations.js";
import { text, write } from "./params.js";

export { IyzicoConfigError, IyzicoValidationError };

export function validate(operation, params) {
  return JSON.parse(coreValidate(text(operation) ?? "", write(params)));
}

export const schemas = Object.freeze(
  Object.fromEntries(operations.map((operation) => [operation, Object.freeze({ "~standard": standard(operation) })])),
);

export function draft(operation, params) {
  return Object.freeze(JSON.parse(attempt(IyzicoValidationError, () => coreDraft(text(operation) ?? "", write(params)))));
}

export class Iyzico {
  #client;

  constructor(config) {
    const { apiKey, secretKey, environment, baseUrl, ...unknown } = { ...config };
    this.#client = attempt(
      IyzicoConfigError,
      () => new Client(apiKey, secretKey, environment, baseUrl, Object.keys(unknown)[0]),
    );
  }

  static {
    for (const operation of operations) {
      Object.defineProperty(this.prototype, operation, {
        value(params) {
          return request(() => this.#live().request(operation, write(params)));
        },
        writable: true,
        configurable: true,
      });
    }
  }

  sign(draft) {
    return request(() => this.#live().sign(write(draft)));
  }

  authorize({ method, path, body = "" } = {}) {
    const make = () => this.#live().authorize(text(method) ?? "", text(path) ?? "", text(body) ?? undefined);
    return Object.freeze(JSON.parse(attempt(IyzicoValidationError, make)));
  }

  read(request, status, answer) {
    // Cut before it crosses, so that a flood can't grow the wasm's memory; the core sees it is too long.
    const raw = typeof answer === "string" ? answer.slice(0, maxAnswer() + 1) : null;
    const httpStatus = typeof status === "number" ? status : undefined;
    const { operation, body } = sent(request);
    const outcome = this.#live().read(operation, body, httpStatus, raw ?? undefined);
    return { ...JSON.parse(outcome), raw };
  }

  free() {
    this.#client?.free();
    this.#client = undefined;
  }

  [Symbol.dispose ?? Symbol.for("Symbol.dispose")]() {
    this.free();
  }

  #live() {
    if (this.#client) return this.#client;
    throw new IyzicoConfigError([{ path: [], code: "freed", message: "was used after free()" }]);
  }
}

function request(make) {
  const made = JSON.parse(attempt(IyzicoValidationError, make));
  Object.freeze(made.headers);
  return Object.freeze(made);
}

// A request that can't be read makes an unknown outcome, not an exception after the money moved.
function sent(request) {
  try {
    return { operation: text(request.operation) ?? "", body: text(request.body) ?? "" };
  } catch {
    return { operation: "", body: "" };
  }
}

// The core throws its issues as JSON text; here they become an error with a stack of this realm.
function attempt(Failure, make) {
  try {
    return make();
  } catch (thrown) {
    throw typeof thrown === "string" ? new Failure(JSON.parse(thrown)) : thrown;
  }
}

// https://standardschema.dev
function standard(operation) {
  return Object.freeze({
    version: 1,
    vendor: "iyzico-reversals",
    validate(params) {
      const { value, issues } = validate(operation, params);
      return issues ? { issues } : { value };
    },
  });
}
