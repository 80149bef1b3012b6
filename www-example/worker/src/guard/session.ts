// Sessions: a token with the operator's name, its expiry, and an HMAC.

import { realClock } from "../clock.js";
import type { Env } from "../env.js";
import { isPassword } from "./password.js";

const LIFE_MS = 8 * 3_600_000;
const SHORTEST_KEY = 32;
const encoder = new TextEncoder();

export interface Session {
  readonly token: string;
  readonly operator: string;
  readonly expiresAt: number;
}

export async function signIn(operator: string, password: string, env: Env): Promise<Session | null> {
  const stored = operatorsOf(env).get(operator);
  if (!(await isPassword(password, stored))) return null;
  const expiresAt = realClock.now() + LIFE_MS;
  const claim = base64url(encoder.encode(JSON.stringify({ operator, expiresAt })));
  return { token: `${claim}.${base64url(await seal(claim, stored, env))}`, operator, expiresAt };
}

/** The operator of a token, if it is valid, not expired, and the operator still exists. */
export async function operatorOf(token: string, env: Env): Promise<string | null> {
  const [claim = "", proof = "", ...rest] = token.split(".");
  const claimed = claimIn(claim);
  if (rest.length > 0 || !claimed) return null;
  const stored = operatorsOf(env).get(claimed.operator);
  const expected = await seal(claim, stored, env);
  const given = fromBase64url(proof);
  const isOurs = given?.byteLength === expected.byteLength && crypto.subtle.timingSafeEqual(given, expected);
  return isOurs && stored !== undefined && realClock.now() < claimed.expiresAt ? claimed.operator : null;
}

// The signed text contains the password's hash, so that a new password ends all sessions.
async function seal(claim: string, stored: string | undefined, env: Env): Promise<ArrayBuffer> {
  if ((env.SESSION_KEY ?? "").length < SHORTEST_KEY) throw new Error("SESSION_KEY is missing or too short");
  const key = await crypto.subtle.importKey("raw", encoder.encode(env.SESSION_KEY), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return crypto.subtle.sign("HMAC", key, encoder.encode(`${claim}.${stored ?? ""}`));
}

function claimIn(text: string): { operator: string; expiresAt: number } | null {
  try {
    const { operator, expiresAt } = JSON.parse(new TextDecoder().decode(fromBase64url(text) ?? new Uint8Array()));
    return typeof operator === "string" && typeof expiresAt === "number" ? { operator, expiresAt } : null;
  } catch {
    return null;
  }
}

const operatorsOf = (env: Env) => new Map<string, string>(Object.entries(JSON.parse(env.OPERATORS ?? "{}")));

const base64url = (bytes: ArrayBuffer | Uint8Array) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

function fromBase64url(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return null;
  try {
    return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
