// The worker's bindings and secrets. settings.ts has their ranges.

import type { BulkJob } from "./bulk/job.js";
import type { LineMessage } from "./bulk/lines.js";
import type { Pace } from "./bulk/pace.js";
import type { PaymentLedger } from "./durable/payment-ledger.js";
import type { SaleLedger } from "./durable/sale-ledger.js";
import type { SendingSwitch } from "./durable/sending-switch.js";
import type { TerminalToken } from "./terminal/token.js";

export interface Env {
  readonly PAYMENTS: DurableObjectNamespace<PaymentLedger>;
  readonly SALES: DurableObjectNamespace<SaleLedger>;
  readonly TERMINAL_TOKENS: DurableObjectNamespace<TerminalToken>;
  readonly BULK_JOBS: DurableObjectNamespace<BulkJob>;
  readonly SENDING_SWITCH: DurableObjectNamespace<SendingSwitch>;
  readonly PACE: DurableObjectNamespace<Pace>;
  readonly BULK_LINES: Queue<LineMessage>;
  readonly SIGN_IN_LIMIT: RateLimit;
  readonly READ_LIMIT: RateLimit;
  readonly SEND_LIMIT: RateLimit;

  readonly IYZICO_API_KEY: string;
  readonly IYZICO_SECRET_KEY: string;
  /** "sandbox" or "live"; ignored if there is an IYZICO_BASE_URL. */
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

  /** How long to wait for an answer, at most 140,000 ms (the time-out of iyzico's own Java SDK). */
  readonly PATIENCE_MS?: string;
  /** How long read-back continues before a person must decide: at least thirty minutes and PATIENCE_MS. */
  readonly GIVE_UP_MS?: string;
  /** Refunds per minute of files; refunds by amount and cancels are at most 150. iyzico allows 400 refunds: the rest is for operators. */
  readonly BULK_PER_MINUTE?: string;
  /** "off" stops all sending; reading continues. The operators' switch does the same without a deploy. */
  readonly SENDING?: string;
  /** A faster clock for tests and the demo: JSON of speed, real and desk, see clock.ts. Only with a simulator on this machine. */
  readonly CLOCK?: string;
}
