// What the desk keeps its intents in. Each change is one commit together with the event that tells of it.

import type { Draft, Outcome, RefundName } from "iyzico-reversals";

import type { Entry, Happening, Intent, Proposal, ReadBack, State, Subject } from "./intent.js";

export interface Change<O extends RefundName> {
  readonly at: number;
  /** Who did it; nobody for the desk itself. */
  readonly by?: string;
  readonly outcome?: Outcome<O>;
  readonly settledBy?: Intent["settledBy"];
  readonly sentAt?: number;
  readonly isLandedAfterAll?: boolean;
  /** What it goes by, for its event. */
  readonly because?: unknown;
}

export interface Book<O extends RefundName> {
  find(fingerprint: string): Entry<O> | null;
  /** Every intent, newest first. */
  list(): Entry<O>[];
  /** Those in one of these states, oldest first. */
  inState(...states: State[]): Entry<O>[];
  /** Records an intent as being sent; a second one with its fingerprint throws. */
  begin(draft: Draft<O>, subject: Subject, operator: string, at: number): Entry<O>;
  /** Notes that this operator, too, asked for it. */
  join(entry: Entry<O>, operator: string, at: number): Entry<O>;
  /** Moves an intent on, unless it is no longer in the state it was seen in. */
  move(seen: Entry<O>, to: State, change: Change<O>): boolean;
  /** Notes what read-back says. */
  note(seen: Entry<O>, readBack: ReadBack): void;
  propose(seen: Entry<O>, proposal: Proposal): void;
  /** Notes that an operator knows of a landing after all. */
  acknowledge(seen: Entry<O>, operator: string, at: number): void;
  /** What happened to an intent, in order. */
  happenings(fingerprint: string): Happening[];
}
