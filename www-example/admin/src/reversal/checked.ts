// What the package makes of what was chosen: a draft, or issues.

import { draft, validate, type Context, type Draft, type DraftableName, type Issue } from "iyzico-reversals";

export interface Checked {
  readonly draft: Draft | null;
  readonly issues: readonly Issue[];
}

export function checked<O extends DraftableName>(operation: O, params: object, context?: Context<O>): Checked {
  const found = validate(operation, params, context);
  return found.ok ? { draft: draft(operation, found.value, context), issues: [] } : { draft: null, issues: found.issues };
}
