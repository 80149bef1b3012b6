// The JavaScript face: names, objects and errors. Every rule is in the core.

export { IyzicoConfigError, IyzicoValidationError, isIyzicoError } from "./errors.js";
export { Audit } from "./audit.js";
export { draft, refundable, schemas, validate } from "./forms.js";
export { Iyzico, IyzicoTerminal, IyzicoTerminalLogin } from "./clients.js";
