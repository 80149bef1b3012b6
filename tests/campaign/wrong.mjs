// Recipes with one mistake each, which the campaign must find: otherwise its checks prove nothing.

import { Refunds } from "./recipe/refunds.mjs";

const DAY = 86_400_000;
const RULED_OUT = { verdict: "not-landed" };

/** Reads back at once and often, so that its mistake shows. */
class Hasty extends Refunds {
  constructor(given) {
    super({ ...given, pauses: [0, 0, 0, 0] });
  }
}

export class SendsAgainOnUnknown extends Hasty {
  earlierAttempts() {
    return RULED_OUT;
  }
}

export class TakesNoLock extends Refunds {
  isNew() {
    return true;
  }
}

/** Takes a missing row for a refund that never landed. */
export class AsksTooEarly extends Hasty {
  async earlierAttempts(row, picture) {
    const found = await super.earlierAttempts(row, picture);
    return found.reason === "too-early" ? RULED_OUT : found;
  }
}

/** Gets not-landed at once by lying about the time of sending, then sends again. */
export class ShortensTheWait extends Hasty {
  earlierAttempts(row, picture) {
    return super.earlierAttempts({ ...row, attempts: row.attempts.map((attempt) => ({ ...attempt, sentAt: attempt.sentAt - DAY })) }, picture);
  }
}

/** Believes every answer that says "failure", whatever its code, then sends again. */
export class BelievesAnyFailure extends Hasty {
  outcomeOf(outcome) {
    const isFailure = /"status":\s*"failure"/i.test(outcome.raw);
    return isFailure ? { ...outcome, status: "failure", advice: "retry-later" } : outcome;
  }

  earlierAttempts(row, picture) {
    return row.state === "failure" ? RULED_OUT : super.earlierAttempts(row, picture);
  }
}

/** Sends a recorded intent however old its record is. */
export class SendsAfterASleep extends Hasty {
  isFresh() {
    return true;
  }
}
