// Names and values, one pair under the other.

import { el, type Child } from "./element";

export type Fact = readonly [name: string, value: Child];

/** A list of facts; those without a value are left out. */
export function facts(list: readonly Fact[]): HTMLElement {
  const known = list.filter(([, value]) => value);
  return el("dl", { class: "facts" }, ...known.map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value))));
}

/** An identifier: in its own type, and never broken by a translation. */
export function identifier(text: string): HTMLElement {
  return el("span", { class: "identifier", translate: "no" }, text);
}
