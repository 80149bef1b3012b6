// What a new record of the simulator is opened with, checked: nonsense is the caller's mistake, not an answer of iyzico's.

import { DAY } from "./calendar.mjs";
import { Misuse } from "./errors.mjs";
import { parseAmount, SPELLINGS } from "./money.mjs";

export function positiveAmount(text) {
  const units = parseAmount(String(text));
  if (units === null || units <= 0n) throw new Misuse(`"${text}" is no positive amount`);
  return units;
}

/** The epoch milliseconds of `createdAt`, or else of `daysAgo` days before `now`. */
export function openedAt({ createdAt, daysAgo = 0 }, now) {
  const time = createdAt === undefined ? now - daysAgo * DAY : new Date(createdAt).getTime();
  if (Number.isNaN(time)) throw new Misuse(`createdAt "${createdAt}" is no date`);
  return time;
}

export function checkedSpelling(name) {
  if (!Object.hasOwn(SPELLINGS, name)) throw new Misuse(`no price spelling "${name}"`);
  return name;
}

/** The test card a record is paid with if none is named. */
export const USUAL_CARD = "5528790000000008";
