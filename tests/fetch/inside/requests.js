// The requests of this package that the tests send.

export { Iyzico, IyzicoTerminal, IyzicoTerminalLogin, schemas } from "iyzico-reversals";
