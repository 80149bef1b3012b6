// The fault of a request: one that it names itself, or the next one in the queue.

import { Misuse } from "./errors.mjs";
import { FAULTS, LOGIN_FAULTS, TERMINAL_FAULTS } from "./faults.mjs";
import { LIST_FAULTS } from "./list-faults.mjs";
import { UNKIND_FAULTS, UNKIND_TERMINAL_FAULTS } from "./unkind-faults.mjs";

/** The faults that a request can meet, by the side of the API it is for. */
export const FAULTS_OF = {
  card: { ...FAULTS, ...UNKIND_FAULTS },
  list: { ...FAULTS, ...UNKIND_FAULTS, ...LIST_FAULTS },
  terminal: { ...TERMINAL_FAULTS, ...UNKIND_TERMINAL_FAULTS },
  login: LOGIN_FAULTS,
};
const KIND = { ...FAULTS, ...TERMINAL_FAULTS };
const UNKIND = { ...UNKIND_FAULTS, ...UNKIND_TERMINAL_FAULTS };

/** All faults and the APIs they are for: of networks and banks, unkind ones, and the list's own. */
export const knownFaults = () => ({ known: listOf(KIND), unkind: listOf(UNKIND), list: listOf(LIST_FAULTS) });

const listOf = (faults) =>
  Object.entries(faults).map(([name, { carriedOut }]) => ({
    name,
    carriedOut,
    on: Object.keys(FAULTS_OF).filter((side) => Object.hasOwn(FAULTS_OF[side], name)),
  }));

/** Faults waiting for a request, oldest first. */
export class FaultQueue {
  #waiting = [];

  /** Arms `fault` ("NAME" or "NAME:ARG") for the next `times` requests of that path and conversationId, if given. */
  add({ fault, conversationId, path, times = 1 }) {
    if (!Number.isInteger(times) || times < 1) throw new Misuse(`times "${times}" is no count`);
    this.#waiting.push({ ...readFault(fault, { ...KIND, ...UNKIND, ...LIST_FAULTS }), fault, conversationId, path, times });
  }

  /** The fault of this request, if any: its own x-sandbox-fault header first, then the queue. */
  take(call, side) {
    const faults = FAULTS_OF[side];
    const header = call.headers["x-sandbox-fault"];
    if (header !== undefined) return readFault(header, faults);
    const index = this.#waiting.findIndex(
      ({ name, conversationId, path }) =>
        Object.hasOwn(faults, name) &&
        (conversationId === undefined || conversationId === call.field("conversationId")) &&
        (path === undefined || path === call.path),
    );
    if (index < 0) return null;
    const found = this.#waiting[index];
    found.times -= 1;
    if (found.times === 0) this.#waiting.splice(index, 1);
    return found;
  }

  list() {
    return this.#waiting.map(({ fault, conversationId, path, times }) => ({ fault, conversationId, path, times }));
  }

  clear() {
    this.#waiting = [];
  }
}

/** A fault by its text, "NAME" or "NAME:ARG". */
export function readFault(text, faults) {
  const [, name, arg = ""] = /^([^:]*)(?::(.*))?$/.exec(text) ?? [];
  if (!Object.hasOwn(faults, name)) throw new Misuse(`no fault "${text}" here; there are ${Object.keys(faults).join(", ")}`);
  const { checkArg } = faults[name];
  if (checkArg && !checkArg(arg)) throw new Misuse(`fault "${name}" cannot take "${arg}"`);
  return { name, arg, ...faults[name] };
}
