import { codes, hint, wants } from "./messages.js";

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

/** The object that the core answered with, or the issues that it found instead. */
export function read(text) {
  const value = JSON.parse(text);
  return Array.isArray(value) ? { issues: value.map(issue) } : { value };
}

/** The object that the core answered with; its issues become an error with a stack of this realm. */
export function made(text, Failure = IyzicoValidationError) {
  const { value, issues } = read(text);
  if (issues) throw new Failure(issues);
  return value;
}

// The core says what is wrong in data; the words are here, so that the wasm need not hold them.
function issue([path, code, language, detail, meant]) {
  const [name, ...sentences] = codes[code];
  const what = typeof detail === "number" ? wants[detail][language] : detail;
  return { path, code: name, message: filled(sentences[language], what + (meant && filled(hint[language], meant))) };
}

function filled(sentence, what) {
  const [before, after = ""] = sentence.split("%");
  return before + what + after;
}
