// Reads the body of a draft, for checks against iyzico's records. `sign` has checked it before.

import type { Draft } from "iyzico-reversals";

const MONEY = /^price$|Amount$/;

type Reviver = (this: unknown, key: string, value: unknown, context: { readonly source: string }) => unknown;

/** The fields of a body. Amounts stay text, so that none becomes a float. */
export function fieldsOf(draft: Draft): Readonly<Record<string, unknown>> {
  // An engine without `source` throws here, rather than rounding.
  const keepText: Reviver = (key, value, context) => (typeof value === "number" && MONEY.test(key) ? context.source : value);
  return JSON.parse(draft.body, keepText as Parameters<typeof JSON.parse>[1]);
}

/** A text field; `null` for any other value. */
export function textOf(fields: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = fields[name];
  return typeof value === "string" ? value : null;
}
