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
