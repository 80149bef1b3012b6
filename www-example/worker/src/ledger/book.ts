// The book of intents. Each change is one commit together with its event.

import type { Draft, Outcome, RefundName } from "iyzico-reversals";

import type { Entry, Happening, Intent, Proposal, ReadBack, State, Subject } from "./intent.js";

export interface Change<O extends RefundName> {
  readonly at: number;
  /** The operator; `null` for the desk itself. */
  readonly by?: string;
  readonly outcome?: Outcome<O>;
  readonly settledBy?: Intent["settledBy"];
  readonly sentAt?: number;
  readonly isLandedAfterAll?: boolean;
  /** The evidence, for the event. */
  readonly because?: unknown;
}

export interface Book<O extends RefundName> {
  find(fingerprint: string): Entry<O> | null;
  /** Every intent, newest first. */
  list(): Entry<O>[];
  /** The intents in one of these states, oldest first. */
  inState(...states: State[]): Entry<O>[];
  /** Records an intent as being sent. Throws if its fingerprint is there already. */
  begin(draft: Draft<O>, subject: Subject, operator: string, at: number): Entry<O>;
  /** Records that this operator asked for it too. */
  join(entry: Entry<O>, operator: string, at: number): Entry<O>;
  /** Changes the state of an intent, unless it has changed since it was read. */
  move(seen: Entry<O>, to: State, change: Change<O>): boolean;
  /** Records the verdict of a read-back. */
  note(seen: Entry<O>, readBack: ReadBack): void;
  propose(seen: Entry<O>, proposal: Proposal): void;
  /** Records that an operator knows that it landed after all. */
  acknowledge(seen: Entry<O>, operator: string, at: number): void;
  /** The events of an intent, in order. */
  happenings(fingerprint: string): Happening[];
}
