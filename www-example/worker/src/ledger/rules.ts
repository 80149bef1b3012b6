// The desk's decisions about money: pure functions, without clock, storage or network.

import type { Entry, Finding, Intent, ReadBack, State } from "./intent.js";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** The oldest record that is still sent, in milliseconds: its process may have stalled, and others may have settled it. */
export const FRESH_MS = SECOND;

/*
 * The package decides when an absence counts: five minutes after the sending, or thirty if iyzico's summary would be the same. These
 * times only determine when to look again, and what to tell a waiting operator.
 */
const SUMMARY_LAG_MS = 5 * MINUTE;
export const LIST_LAG_MS = 30 * MINUTE;

/** The oldest answer of iyzico's, in real time, by which something may be sent. */
export const SHOWN_LATELY_MS = MINUTE;

const FIRST_PAUSE_MS = 2 * SECOND;
const LONGEST_PAUSE_MS = MINUTE;
/** How long iyzico's figures may take to count a refund; until then the desk subtracts it. */
const SHOWN_WITHIN_MS = 60 * MINUTE;

/** Why an intent blocks all others of its payment or sale. */
export interface Hindrance {
  readonly reason: ReadBack["reason"] | "sending" | "landed-after-all";
  /** When it may be ruled out; `null` if only a person can. */
  readonly from: number | null;
}

/** Whether a record of this age, in milliseconds of real time, may be sent. */
export const isFresh = (ageMs: number): boolean => ageMs <= FRESH_MS;

/** The state to which a verdict takes an intent; `null` if it stays. */
export function settlement({ state, sentAt }: Intent, { verdict, askedAt }: ReadBack, giveUpMs: number): State | null {
  if (state === "success" || state === "sending") return null;
  if (verdict === "landed") return "success";
  if (state === "failure") return null;
  if (verdict === "not-landed") return "failure";
  return state === "checking" && askedAt - sentAt >= giveUpMs ? "ambiguous" : null;
}

/** Whether an intent blocks others, by its last read-back. */
export function hindranceOf({ state, settledBy, readBack, sentAt, isLandedAfterAll }: Intent): Hindrance | null {
  if (isLandedAfterAll) return { reason: "landed-after-all", from: null };
  if (state === "success") return null;
  if (state === "sending") return { reason: "sending", from: null };
  // Two people have decided where iyzico's records can't. If it turns out to have landed, it becomes a success first.
  if (state === "failure" && settledBy === "person") return null;
  if (readBack?.verdict === "not-landed") return null;
  const reason = readBack?.reason ?? "too-early";
  return { reason, from: reason === "too-early" ? sentAt + lagAfter(sentAt, readBack) : null };
}

/** If five minutes are too early, only the lists decide, after thirty. */
function lagAfter(sentAt: number, readBack: ReadBack | null): number {
  return readBack && readBack.askedAt - sentAt >= SUMMARY_LAG_MS ? LIST_LAG_MS : SUMMARY_LAG_MS;
}

/** Whether a verdict is news: another one, or the same at a time when it means more. */
export function isNews({ readBack, sentAt }: Intent, found: ReadBack): boolean {
  if (readBack?.verdict !== found.verdict || readBack.reason !== found.reason) return true;
  return found.reason === "too-early" && lagAfter(sentAt, readBack) !== lagAfter(sentAt, found);
}

/** Milliseconds until the next look at an open intent: half its age, or the moment when an absence may count. */
export function pauseOf({ sentAt }: Intent, now: number): number {
  const doubtedFor = now - sentAt;
  const pause = Math.min(Math.max(doubtedFor / 2, FIRST_PAUSE_MS), LONGEST_PAUSE_MS);
  const marks = [SUMMARY_LAG_MS, LIST_LAG_MS].map((mark) => mark + SECOND - doubtedFor).filter((left) => left > 0);
  return Math.min(pause, ...marks);
}

/** Whether iyzico's figures may not count this intent yet. */
export function isUnshown({ state, updatedAt }: Intent, askedAt: number): boolean {
  return state === "success" && askedAt - updatedAt < SHOWN_WITHIN_MS;
}

/** From when people may settle it: iyzico's panel needs time too. */
export const settleableFrom = ({ sentAt }: Intent): number => sentAt + LIST_LAG_MS;

/** Whether people may settle it: neither an answer nor read-back has decided. */
export function isForPeople(entry: Intent): boolean {
  return ["checking", "ambiguous", "failure"].includes(entry.state) && hindranceOf(entry) !== null;
}

/** Whether this finding settles the intent: a second person's equal to the first's. */
export function isSecondOpinion({ proposal }: Entry, { landed }: Finding, operator: string): boolean {
  return proposal !== null && proposal.by !== operator && proposal.landed === landed;
}
