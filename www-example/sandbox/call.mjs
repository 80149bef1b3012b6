// One request as the provider reads it: the raw bytes, and its fields by name.

import { NumberText, parseJson } from "./json.mjs";

/** `isReadable` is false when a POST's body is no JSON object; `field` then knows no name. */
export function readCall({ method, path, query, headers, body }) {
  const members = method === "GET" ? Object.fromEntries(query) : readObject(body);
  const field = (name) => fieldText(members, name);
  const locale = field("locale") === "en" ? "en" : "tr";
  return { method, path, query, headers, body, locale, field, isReadable: members !== null };
}

function readObject(body) {
  try {
    const value = parseJson(new TextDecoder("utf-8", { fatal: true }).decode(body));
    const isObject = value !== null && typeof value === "object" && !Array.isArray(value) && !(value instanceof NumberText);
    return isObject ? value : null;
  } catch {
    return null;
  }
}

// The SDKs send amounts and ids as text or as numbers; both read as their text, anything else as absent.
function fieldText(members, name) {
  if (members === null || !Object.hasOwn(members, name)) return undefined;
  const value = members[name];
  if (value instanceof NumberText) return value.text;
  return typeof value === "string" ? value : undefined;
}
