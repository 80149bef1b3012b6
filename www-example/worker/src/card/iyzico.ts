// The client with the merchant's keys.

import { Iyzico } from "iyzico-reversals";

import type { Env } from "../env.js";

let iyzico: Iyzico | undefined;

export function iyzicoOf(env: Env): Iyzico {
  const keys = { apiKey: env.IYZICO_API_KEY, secretKey: env.IYZICO_SECRET_KEY };
  iyzico ??= new Iyzico(
    env.IYZICO_BASE_URL ? { ...keys, baseUrl: env.IYZICO_BASE_URL } : { ...keys, environment: environmentOf(env) },
  );
  return iyzico;
}

/** The environment as set; the package refuses a wrong one with a message. */
export const environmentOf = (env: Env) => env.IYZICO_ENVIRONMENT as "sandbox" | "live";
