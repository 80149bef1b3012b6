// Recipes with one mistake each. The campaign must find it, or it could find nothing.

import { Refunds } from "./recipe/refunds.mjs";

export class SendsAgainOnUnknown extends Refunds {
  readBack(row) {
    return this.sendOnce(row);
  }
}

export class TakesNoLock extends Refunds {
  isNew() {
    return true;
  }
}

/** Believes "not landed" while the request may still be on its way. */
export class AsksTooEarly extends Refunds {
  constructor(given) {
    super({ ...given, openFor: -1 });
  }
}
