/** What a caller passed can't be sent; `issues` says what and where. */
export class IyzicoValidationError extends Error {
  name = "IyzicoValidationError";
  code = "IYZICO_VALIDATION";

  constructor(issues) {
    super(sentence(issues));
    this.issues = issues;
  }
}

/** The object was set up in a way that can't work; `issues` says what and where. */
export class IyzicoConfigError extends Error {
  name = "IyzicoConfigError";
  code = "IYZICO_CONFIG";

  constructor(issues) {
    super(sentence(issues));
    this.issues = issues;
  }
}

function sentence(issues) {
  return issues.map(({ path, message }) => `${path.join(".")} ${message}`.trim()).join("; ");
}
