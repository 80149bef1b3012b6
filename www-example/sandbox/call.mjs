// A request as iyzico reads it: the raw bytes, and its fields by name.

import { Refusal } from "./errors.mjs";
import { NumberText, parseJson } from "./json.mjs";

/** `isReadable` is false when `readBody` finds no members in a POST's body; `field` then knows no name. */
export function readCall({ method, path, query, headers, body }, readBody) {
  const members = method === "GET" ? Object.fromEntries(query) : readBody(body);
  const record = recordOf(members);
  const locale = record.field("locale") === "en" ? "en" : "tr";
  return { method, path, query, headers, body, locale, ...record, isReadable: members !== null };
}

/** The members of a JSON object; null for any other body. */
export function readJsonBody(body) {
  try {
    return objectOrNull(parseJson(new TextDecoder("utf-8", { fatal: true }).decode(body)));
  } catch {
    return null;
  }
}

/** The members of a form-urlencoded body. */
export function readFormBody(body) {
  return Object.fromEntries(new URLSearchParams(body.toString("utf8")));
}

/** The text of a field; refuses a missing or empty one with this code. */
export function mandatory(record, name, code) {
  const value = record.field(name);
  if (value === undefined || value === "") throw new Refusal(code, name);
  return value;
}

/** `field` reads a member by name as text, `list` a member that is a list, as records like this one. */
function recordOf(members) {
  return {
    field: (name) => fieldText(members, name),
    list: (name) => (Array.isArray(members?.[name]) ? members[name].map((member) => recordOf(objectOrNull(member))) : []),
  };
}

function objectOrNull(value) {
  const isObject = value !== null && typeof value === "object" && !Array.isArray(value) && !(value instanceof NumberText);
  return isObject ? value : null;
}

// The SDKs send amounts and ids as text or as numbers; both read as their text, anything else as absent.
function fieldText(members, name) {
  if (members === null || !Object.hasOwn(members, name)) return undefined;
  const value = members[name];
  if (value instanceof NumberText) return value.text;
  return typeof value === "string" ? value : undefined;
}
