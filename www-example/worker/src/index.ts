// The refund desk's worker: checks origin, session and rate, and calls the route.

import { env as given } from "cloudflare:workers";

import { refundLines } from "./bulk/consumer.js";
import type { LineMessage } from "./bulk/lines.js";
import type { Env } from "./env.js";
import { crossOriginHeaders, isFromHome } from "./guard/origin.js";
import { operatorOf } from "./guard/session.js";
import { refusals } from "./refusal.js";
import { noContent, refuse } from "./reply.js";
import { openSession, routes } from "./routes.js";
import { readSettings } from "./settings.js";

export { BulkJob } from "./bulk/job.js";
export { Pace } from "./bulk/pace.js";
export { PaymentLedger } from "./durable/payment-ledger.js";
export { SaleLedger } from "./durable/sale-ledger.js";
export { SendingSwitch } from "./durable/sending-switch.js";
export { TerminalToken } from "./terminal/token.js";

// Logged once, when the worker starts. Every send checks them again.
for (const { setting, message } of readSettings(given as Env).problems) console.error(`setting ${setting} ${message}; nothing is sent`);

export default {
  async fetch(call, env) {
    const response = await answer(call, env).catch((error: unknown) => {
      console.error("unexpected", error);
      return refuse(refusals.unexpected);
    });
    for (const [name, value] of Object.entries(crossOriginHeaders(call, env))) response.headers.set(name, value);
    return response;
  },

  async queue(batch, env) {
    await refundLines(batch, env);
  },
} satisfies ExportedHandler<Env, LineMessage>;

async function answer(call: Request, env: Env): Promise<Response> {
  if (!isFromHome(call, env)) return refuse(refusals.foreignOrigin);
  if (call.method === "OPTIONS") return noContent();
  const { pathname } = new URL(call.url);
  if (call.method === "POST" && pathname === "/api/session") return openSession(call, env);

  // Without a session, even the existence of a route is hidden.
  const [, token = ""] = /^Bearer ([\x21-\x7e]+)$/.exec(call.headers.get("Authorization") ?? "") ?? [];
  const operator = await operatorOf(token, env);
  if (operator === null) return refuse(refusals.signedOut);

  const route = routes.find(({ method, path }) => method === call.method && path.test(pathname));
  const names = route?.path.exec(pathname)?.slice(1).map(decoded);
  if (!route || !names || names.includes(null)) return refuse(refusals.notFound);
  const limit = call.method === "GET" ? env.READ_LIMIT : env.SEND_LIMIT;
  if (!(await limit.limit({ key: operator })).success) return refuse(refusals.tooMany);
  return route.answer({ call, env, operator, names: names as string[] });
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
