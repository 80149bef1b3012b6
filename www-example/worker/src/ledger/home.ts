// What the desk needs of its home: wake-ups, durable storage, the switch.

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
  /** Sets the wake-up to this time of the desk's clock, replacing any earlier one; `null` clears it. */
  wake(at: number | null): Promise<void>;
  /** Resolves when everything recorded survives a crash. */
  saved(): Promise<void>;
  /** Why nothing may be sent now, or `null`. */
  stop(): Promise<Refusal | null>;
}
