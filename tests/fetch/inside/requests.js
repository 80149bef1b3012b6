// What this package makes, for the tests to send.

export { Iyzico, IyzicoTerminal, IyzicoTerminalLogin, schemas } from "iyzico-reversals";
