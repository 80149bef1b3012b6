class WithIssues extends Error {
  // Declared, so that it is defined and not assigned: somebody may have put a setter of this name on Object.prototype.
  issues;

  constructor(issues) {
    super(issues.map(({ path, message }) => `${path.join(".")} ${message}`.trim()).join("; "));
    this.issues = issues;
  }
}

/** What a caller passed can't be sent; `issues` says what and where. */
export class IyzicoValidationError extends WithIssues {
  name = "IyzicoValidationError";
  code = "IYZICO_VALIDATION";
}

/** The object was set up in a way that can't work; `issues` says what and where. */
export class IyzicoConfigError extends WithIssues {
  name = "IyzicoConfigError";
  code = "IYZICO_CONFIG";
}

/** What the core answers; its issues become an error of this realm, with a stack. */
export function made(ask, Failure = IyzicoValidationError) {
  try {
    return ask();
  } catch (thrown) {
    throw new Failure(issuesOf(thrown));
  }
}

/** The issues that the core threw. It throws nothing else, unless it is broken. */
export function issuesOf(thrown) {
  if (typeof thrown !== "string") throw thrown;
  return JSON.parse(thrown);
}

/** By its own members and not its class, of which there may be several: the package's two builds, bundles, realms. */
export function isIyzicoError(thrown) {
  return Object.hasOwn(Object(thrown), "issues") && CODES.includes(thrown.code);
}

const CODES = ["IYZICO_CONFIG", "IYZICO_VALIDATION"];
