class WithIssues extends Error {
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

/** What the core makes; its issues, which it throws as JSON text, become an error with a stack of this realm. */
export function attempt(Failure, make) {
  try {
    return make();
  } catch (thrown) {
    throw typeof thrown === "string" ? new Failure(JSON.parse(thrown)) : thrown;
  }
}

/** An object that the core makes of a caller's values. */
export function made(make) {
  return JSON.parse(attempt(IyzicoValidationError, make));
}
