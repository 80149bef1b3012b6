class WithIssues extends Error {
  // A field is defined, not assigned: Object.prototype may have a setter of this name.
  issues;

  constructor(issues) {
    super(issues.map(({ path, message }) => `${path.join(".")} ${message}`.trim()).join("; "));
    this.issues = issues;
  }
}

/** Thrown for an input that can't be sent; see `issues`. */
export class IyzicoValidationError extends WithIssues {
  name = "IyzicoValidationError";
  code = "IYZICO_VALIDATION";
}

/** Thrown for a wrong configuration; see `issues`. */
export class IyzicoConfigError extends WithIssues {
  name = "IyzicoConfigError";
  code = "IYZICO_CONFIG";
}

/** The result of a call into the core. Its issues become an error of this realm, with a stack. */
export function made(ask, Failure = IyzicoValidationError) {
  try {
    return ask();
  } catch (thrown) {
    throw new Failure(issuesOf(thrown));
  }
}

/** The issues that the core threw. It throws nothing else unless it is broken. */
export function issuesOf(thrown) {
  if (typeof thrown !== "string") throw thrown;
  return JSON.parse(thrown);
}

/** By properties, not by class: a program may contain several copies of the class (builds, bundles, realms). */
export function isIyzicoError(thrown) {
  return Object.hasOwn(Object(thrown), "issues") && CODES.includes(thrown.code);
}

const CODES = ["IYZICO_CONFIG", "IYZICO_VALIDATION"];
