// Sends a request to iyzico once. Never throws.

import { exchange, type Answer, type ExchangeEvent, type ExchangeOptions, type ExchangeRequest } from "iyzico-reversals/fetch";

import type { Clock } from "./clock.js";

/** Sends a request once. `null` when no answer came; it may have been carried out anyway. */
export type Call = (request: ExchangeRequest, timeoutMs: number) => Promise<Answer | null>;

export function callBy(clock: Clock): Call {
  const fetch = clock.speed === 1 ? undefined : tellingTime(clock);
  return (request, timeoutMs) => exchange(request, { timeoutMs, onEvent: noteRefusal, fetch });
}

// On a fast clock, a pause of the machine would count as minutes of network delay. So the simulator serves each request as of this time.
function tellingTime(clock: Clock): NonNullable<ExchangeOptions["fetch"]> {
  return (url, init) => fetch(url, { ...init, headers: { ...init.headers, "x-sandbox-time": String(clock.now()) } });
}

function noteRefusal(event: ExchangeEvent): void {
  if (event.type === "refused") console.error("not sent", event.operation, event.reason, event.message);
}
