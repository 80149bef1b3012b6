// Every way in which logs, error trackers, queues and templates turn a value into text.

import { inspect } from "node:util";
import { serialize } from "node:v8";

/** Every text made of a value, as [how, text]. `clones: false` leaves out copies of its members. */
export function shownAs(value, { clones = true } = {}) {
  const ways = {
    "JSON.stringify": () => JSON.stringify(value),
    "JSON.stringify of an object around it": () => JSON.stringify({ deep: [value] }),
    inspect: () => inspect(value),
    "inspect, all of it": () => inspect(value, { showHidden: true, depth: Infinity, maxStringLength: Infinity, maxArrayLength: Infinity, getters: true }),
    "inspect of an object around it": () => inspect({ deep: [value] }, { showHidden: true, depth: Infinity }),
    "String()": () => String(value),
    "toString of an object": () => Object.prototype.toString.call(value),
    "names of its members": () => Reflect.ownKeys(Object(value)).map(String).join(),
    "its url": () => String(value?.url),
    message: () => `${value?.message}\n${value?.stack}\n${JSON.stringify(value?.issues)}\n${JSON.stringify(value?.cause)}`,
    "its prototypes": () => prototypesOf(value),
    ...(clones && {
      structuredClone: () => inspect(structuredClone(value), { showHidden: true, depth: Infinity }),
      "v8.serialize": () => serialize(value).toString("latin1"),
      "its members": () => membersOf(value),
    }),
  };
  return Object.entries(ways).flatMap(([how, show]) => {
    try {
      return [[how, String(show())]];
    } catch (error) {
      // An error is fine too, if it doesn't contain the secret.
      return [[`${how}, refused`, `${error.message}\n${error.stack}`]];
    }
  });
}

function membersOf(value, depth = 5) {
  if (depth === 0 || value === null || (typeof value !== "object" && typeof value !== "function")) return String(value);
  const texts = [];
  for (const name of Reflect.ownKeys(value)) texts.push(String(name), membersOf(value[name], depth - 1));
  for (const name in value) texts.push(name);
  return texts.join("\n");
}

function prototypesOf(value) {
  let texts = "";
  for (let object = value; object !== null && object !== undefined; object = Object.getPrototypeOf(object)) {
    for (const [name, { value: member }] of Object.entries(Object.getOwnPropertyDescriptors(Object.getPrototypeOf(object) ?? {}))) {
      texts += `${name} ${typeof member === "function" ? member : ""}\n`;
    }
  }
  return texts;
}
