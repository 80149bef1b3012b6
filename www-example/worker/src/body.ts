// What a draft's body says, for checks against iyzico's books. The body was proved by `sign` before.

import type { Draft } from "iyzico-reversals";

const MONEY = /^price$|Amount$/;

type Reviver = (this: unknown, key: string, value: unknown, context: { readonly source: string }) => unknown;

/** The body's fields; amounts keep their text, so that none passes through a float. */
export function fieldsOf(draft: Draft): Readonly<Record<string, unknown>> {
  // An engine without `source` throws here, rather than rounding.
  const keepText: Reviver = (key, value, context) => (typeof value === "number" && MONEY.test(key) ? context.source : value);
  return JSON.parse(draft.body, keepText as Parameters<typeof JSON.parse>[1]);
}

/** A field that is text, or nothing. */
export function textOf(fields: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = fields[name];
  return typeof value === "string" ? value : null;
}
