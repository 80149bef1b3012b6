// The JavaScript API. All rules are in the core.

export { IyzicoConfigError, IyzicoValidationError, isIyzicoError } from "./errors.js";
export { Audit } from "./audit.js";
export { draft, refundable, schemas, validate } from "./forms.js";
export { Iyzico, IyzicoTerminal, IyzicoTerminalLogin } from "./clients.js";
