// What the desk needs of the place it lives in.

import type { RefundName } from "iyzico-reversals";

import type { Call } from "../call.js";
import type { Clock } from "../clock.js";
import type { Refusal } from "../refusal.js";
import type { Settings } from "../settings.js";
import type { Book } from "./book.js";

export interface Home<O extends RefundName> {
  readonly book: Book<O>;
  readonly clock: Clock;
  readonly settings: Pick<Settings, "patienceMs" | "giveUpMs">;
  readonly call: Call;
  /** Has the desk woken at this moment of its clock, instead of any that was set before; `null`: not at all. */
  wake(at: number | null): Promise<void>;
  /** Resolves once all that was recorded outlives a crash. */
  saved(): Promise<void>;
  /** Why nothing may be sent now, or nothing. */
  stop(): Promise<Refusal | null>;
}
