// The origins that may call: this worker's own page, and the configured one.

import type { Env } from "../env.js";

/** Whether the call comes from no page, or from one of these origins. */
export function isFromHome(call: Request, env: Env): boolean {
  const origin = call.headers.get("Origin");
  if (origin === null) return call.headers.get("Sec-Fetch-Site") !== "cross-site";
  return origin === new URL(call.url).origin || isConfigured(origin, env);
}

/** The headers that let the configured page, on another origin, read the answer. */
export function crossOriginHeaders(call: Request, env: Env): Record<string, string> {
  const origin = call.headers.get("Origin");
  if (origin === null || !isConfigured(origin, env)) return {};
  return {
    "Access-Control-Allow-Origin": origin,
    "Access-Control-Allow-Headers": "Authorization, Content-Type",
    "Access-Control-Allow-Methods": "GET, POST",
    "Access-Control-Max-Age": "600",
  };
}

const isConfigured = (origin: string, env: Env) => Boolean(env.ALLOWED_ORIGIN) && origin === env.ALLOWED_ORIGIN;
