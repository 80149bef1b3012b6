// With the host's own types, a request is a valid argument of fetch, and the host's classes are valid arguments of the package.

import { Iyzico, IyzicoTerminalLogin } from "iyzico-reversals";
import { exchange } from "iyzico-reversals/fetch";
import { instantiate } from "iyzico-reversals/slim";

const iyzico = new Iyzico({ apiKey: "sandbox-api-key", secretKey: "sandbox-secret-key", environment: "sandbox" });
const request = iyzico.refund({ paymentTransactionId: "1", price: "5.00" });
export const response: Promise<Response> = fetch(request.url, request);
export const answer = exchange(request, { fetch, signal: AbortSignal.timeout(1_000) });
export const webhook = (incoming: Request, body: string) => iyzico.verifyWebhook({ headers: incoming.headers, body }).ok;

const terminal = new IyzicoTerminalLogin({ clientId: "id", clientSecret: "secret", environment: "sandbox" });
const step = terminal.authorize({ username: "till", password: "password", request_timestamp: "1766660749" });
export const form: Blob = step.body;
export const login: Promise<Response> = fetch(step.url, step);

instantiate(new WebAssembly.Module(new Uint8Array()));
