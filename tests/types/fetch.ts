// `iyzico-reversals/fetch`: it takes every request of this package, any fetch, and tells what happened.

import type { Iyzico, IyzicoTerminal, IyzicoTerminalLogin } from "iyzico-reversals";
import { type Answer, type ExchangeEvent, type ExchangeOptions, exchange } from "iyzico-reversals/fetch";
import { same } from "./same.js";

declare const iyzico: Iyzico;
declare const terminal: IyzicoTerminal;
declare const login: IyzicoTerminalLogin;

const refund = iyzico.refund({ paymentTransactionId: "1", price: "5.00" });
const answer = exchange(refund);
same<typeof answer, Promise<Answer>>(true);
answer.then((answer) => iyzico.read(refund, answer));
exchange(iyzico.paymentDetails({ paymentId: "1" }), { timeoutMs: 5_000, signal: AbortSignal.timeout(5_000) });
exchange(terminal.transactionStatus({ transactionReferenceId: "a" }), {});
exchange(login.token({ code: "a" }), { fetch, onEvent: undefined, timeoutMs: undefined, signal: undefined });
exchange(iyzico.cancel({ paymentId: "1" }), { fetch: (url, init) => fetch(url, init) });
exchange(iyzico.cancel({ paymentId: "1" }), { fetch: async (url, { signal, body }) => new Response(`${url} ${signal.aborted} ${body}`) });
exchange(iyzico.cancel({ paymentId: "1" }), { onEvent: async (event) => console.log(event.type) });

// @ts-expect-error a draft is not signed
exchange({ operation: "refund", method: "POST", path: "/payment/refund", body: "{}" });
// @ts-expect-error a string is not a Response
const text: ExchangeOptions = { fetch: async () => "text" };
// @ts-expect-error timeoutMs is a number
const limit: ExchangeOptions = { timeoutMs: "5000" };
void [text, limit];

function told(event: ExchangeEvent): string {
  switch (event.type) {
    case "refused":
      same<typeof event.reason, "resends" | "request" | "no-fetch" | "fetch" | "timeoutMs" | "signal">(true);
      return event.message;
    case "sent":
      // @ts-expect-error the event `sent` has no elapsedMs
      return String(event.elapsedMs);
    case "answered":
    case "too-large":
      same<typeof event.status, number>(true);
      return `${event.status} after ${event.elapsedMs} ms`;
    case "failed":
      same<typeof event.status, number | undefined>(true);
      return event.reason;
    case "aborted":
      same<typeof event.elapsedMs, number | undefined>(true);
      return event.type;
    case "timed-out":
      return String(event.elapsedMs);
  }
}
void told;
