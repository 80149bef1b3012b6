// What the desk decides about money, as functions of what is known: no clock, no storage, no network.

import type { Entry, Finding, Intent, ReadBack, State } from "./intent.js";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** A record older than this when its request would leave is not sent: its process may have slept, and others have settled it. */
export const FRESH_MS = SECOND;

/*
 * The package decides when an absence counts: five minutes after the sending, or thirty where iyzico's summary would read the same.
 * Here these times only say when to look again, and what to tell an operator who waits.
 */
const SUMMARY_LAG_MS = 5 * MINUTE;
export const LIST_LAG_MS = 30 * MINUTE;

/** What iyzico showed longer ago than this, in real time, lets nothing through any more. */
export const SHOWN_LATELY_MS = MINUTE;

const FIRST_PAUSE_MS = 2 * SECOND;
const LONGEST_PAUSE_MS = MINUTE;
/** How long a refund may take to show in iyzico's figures; until then the desk takes it off itself. */
const SHOWN_WITHIN_MS = 60 * MINUTE;

/** Why an intent keeps any other of its payment or sale from being sent. */
export interface Hindrance {
  readonly reason: ReadBack["reason"] | "sending" | "landed-after-all";
  /** The first moment at which it may be ruled out; `null` when no time will do, but a person. */
  readonly from: number | null;
}

/** Whether a record may still be sent, so many milliseconds of real time after it was made. */
export const isFresh = (ageMs: number): boolean => ageMs <= FRESH_MS;

/** Where read-back takes an intent; `null` when it stays. */
export function settlement({ state, sentAt }: Intent, { verdict, askedAt }: ReadBack, giveUpMs: number): State | null {
  if (state === "success" || state === "sending") return null;
  if (verdict === "landed") return "success";
  if (state === "failure") return null;
  if (verdict === "not-landed") return "failure";
  return state === "checking" && askedAt - sentAt >= giveUpMs ? "ambiguous" : null;
}

/** Whether an intent keeps others from being sent, by what read-back said last. */
export function hindranceOf({ state, settledBy, readBack, sentAt, isLandedAfterAll }: Intent): Hindrance | null {
  if (isLandedAfterAll) return { reason: "landed-after-all", from: null };
  if (state === "success") return null;
  if (state === "sending") return { reason: "sending", from: null };
  // Two people have looked where iyzico's records can't tell. A landing that shows later makes it a success first.
  if (state === "failure" && settledBy === "person") return null;
  if (readBack?.verdict === "not-landed") return null;
  const reason = readBack?.reason ?? "too-early";
  return { reason, from: reason === "too-early" ? sentAt + lagAfter(sentAt, readBack) : null };
}

/** Too early after five minutes means that only the lists can tell. */
function lagAfter(sentAt: number, readBack: ReadBack | null): number {
  return readBack && readBack.askedAt - sentAt >= SUMMARY_LAG_MS ? LIST_LAG_MS : SUMMARY_LAG_MS;
}

/** Whether read-back says something else than before, or the same about a time at which it means something else. */
export function isNews({ readBack, sentAt }: Intent, found: ReadBack): boolean {
  if (readBack?.verdict !== found.verdict || readBack.reason !== found.reason) return true;
  return found.reason === "too-early" && lagAfter(sentAt, readBack) !== lagAfter(sentAt, found);
}

/** How long until the next look at an intent in doubt: half as long as it has been, and then just when an absence may count. */
export function pauseOf({ sentAt }: Intent, now: number): number {
  const doubtedFor = now - sentAt;
  const pause = Math.min(Math.max(doubtedFor / 2, FIRST_PAUSE_MS), LONGEST_PAUSE_MS);
  const marks = [SUMMARY_LAG_MS, LIST_LAG_MS].map((mark) => mark + SECOND - doubtedFor).filter((left) => left > 0);
  return Math.min(pause, ...marks);
}

/** Whether money of this intent may still be missing in iyzico's figures. */
export function isUnshown({ state, updatedAt }: Intent, askedAt: number): boolean {
  return state === "success" && askedAt - updatedAt < SHOWN_WITHIN_MS;
}

/** From when a person may settle it: only then iyzico's panel has had its time, too. */
export const settleableFrom = ({ sentAt }: Intent): number => sentAt + LIST_LAG_MS;

/** Whether it is for people to settle: neither an answer nor read-back has proved what became of it. */
export function isForPeople(entry: Intent): boolean {
  return ["checking", "ambiguous", "failure"].includes(entry.state) && hindranceOf(entry) !== null;
}

/** Whether this operator's finding settles the intent: a second person found what the first did. */
export function isSecondOpinion({ proposal }: Entry, { landed }: Finding, operator: string): boolean {
  return proposal !== null && proposal.by !== operator && proposal.landed === landed;
}
