// Alterations of ids: what databases, banks and character sets do to a text before iyzico shows it.

import { NumberText } from "./json.mjs";

const FIXED = {
  exact: (id) => id,
  trimmed: (id) => id.trim(),
  "spaces-collapsed": (id) => id.replace(/\s+/g, " "),
  "spaces-removed": (id) => id.replace(/\s+/g, ""),
  upper: (id) => id.toUpperCase(),
  lower: (id) => id.toLowerCase(),
  // A Turkish database makes İ of i, and ı of I.
  "upper-tr": (id) => id.replaceAll("i", "İ").toUpperCase(),
  "lower-tr": (id) => id.replaceAll("I", "ı").replaceAll("İ", "i").toLowerCase(),
  // Read into a double and written again: leading zeros are gone, and digits beyond the 17th.
  number: (id) => (/^\d+$/.test(id) ? new NumberText(String(Number(id))) : id),
  latin1: (id) => Buffer.from(id).toString("latin1"),
  "windows-1254": (id) => new TextDecoder("windows-1254").decode(Buffer.from(id)),
  "question-marks": (id) => id.replace(/[^\x00-\x7f]/gu, "?"),
  null: () => null,
  missing: () => undefined,
  empty: () => "",
};

const SHORTEST_CUT = 20;
const CUT = /^cut:(\d{1,4})$/;

/** Every way that takes no length; besides these there is `cut:N`. */
export const ID_SPELLINGS = Object.keys(FIXED);

export const isIdSpelling = (name) => ID_SPELLINGS.includes(name) || Number(CUT.exec(name)?.[1]) >= SHORTEST_CUT;

/** The id as it is shown: text, a NumberText, null, or undefined where the field is left out. */
export function spelledId(id, name) {
  // A row without an id lacks the field, unless all rows have it, null or empty.
  if (id === undefined && !["null", "empty"].includes(name)) return undefined;
  const cut = CUT.exec(name);
  return cut ? [...id].slice(0, Number(cut[1])).join("") : FIXED[name](id);
}
