// What the worker is given: bindings and secrets.

import type { BulkJob } from "./bulk/job.js";
import type { LineMessage } from "./bulk/lines.js";
import type { Pace } from "./bulk/pace.js";
import type { PaymentLedger } from "./card/payment.js";
import type { SaleLedger } from "./terminal/sale.js";
import type { TerminalToken } from "./terminal/token.js";

export interface Env {
  readonly PAYMENTS: DurableObjectNamespace<PaymentLedger>;
  readonly SALES: DurableObjectNamespace<SaleLedger>;
  readonly TERMINAL_TOKENS: DurableObjectNamespace<TerminalToken>;
  readonly BULK_JOBS: DurableObjectNamespace<BulkJob>;
  readonly PACE: DurableObjectNamespace<Pace>;
  readonly BULK_LINES: Queue<LineMessage>;
  readonly SIGN_IN_LIMIT: RateLimit;
  readonly READ_LIMIT: RateLimit;
  readonly SEND_LIMIT: RateLimit;

  readonly IYZICO_API_KEY: string;
  readonly IYZICO_SECRET_KEY: string;
  /** "sandbox" or "live"; not looked at when there is an IYZICO_BASE_URL. */
  readonly IYZICO_ENVIRONMENT?: string;
  /** A simulator on this machine, or a proxy. */
  readonly IYZICO_BASE_URL?: string;

  readonly IYZICO_TERMINAL_CLIENT_ID?: string;
  readonly IYZICO_TERMINAL_CLIENT_SECRET?: string;
  readonly IYZICO_TERMINAL_USERNAME?: string;
  readonly IYZICO_TERMINAL_PASSWORD?: string;

  /** Signs the operators' session tokens. */
  readonly SESSION_KEY: string;
  /** JSON of operator name to password hash, as operator.mjs writes it. */
  readonly OPERATORS: string;
  /** The page's origin, when it isn't served by this worker. */
  readonly ALLOWED_ORIGIN?: string;

  /** How long an answer is waited for. iyzico's own Java SDK waits 140 seconds for a bank. */
  readonly PATIENCE_MS?: string;
  /** How long after its send was lost a request may still land: before that, "not there" proves nothing. */
  readonly IN_FLIGHT_MS?: string;
  /** How long read-back goes on before a person is asked. */
  readonly GIVE_UP_MS?: string;
  /** iyzico allows 400 refunds a minute; the rest is left to operators. */
  readonly BULK_PER_MINUTE?: string;
}

const DEFAULTS = {
  PATIENCE_MS: 140_000,
  IN_FLIGHT_MS: 300_000,
  GIVE_UP_MS: 3_600_000,
  BULK_PER_MINUTE: 360,
};

/** A setting that is a number, or its default. */
export function setting(env: Env, name: keyof typeof DEFAULTS): number {
  const text = env[name];
  if (text === undefined) return DEFAULTS[name];
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new Error(`${name} is no positive number`);
  return value;
}
