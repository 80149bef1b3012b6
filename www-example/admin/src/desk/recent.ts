// What was looked at last, to go back to. Kept in memory only, and forgotten with the session.

import { words } from "../language";
import { el } from "../page/element";
import { identifier } from "../page/facts";
import { addressOf, type Place } from "./route";

const MOST = 6;
const seen = new Map<Place, string[]>();

export function remember(place: Place, id: string): void {
  const others = (seen.get(place) ?? []).filter((known) => known !== id);
  seen.set(place, [id, ...others].slice(0, MOST));
}

export const forgetAll = (): void => seen.clear();

/** Links to them; nothing when there are none. */
export function recentList(place: Place): HTMLElement | null {
  const ids = seen.get(place) ?? [];
  if (ids.length === 0) return null;
  return el(
    "nav",
    { class: "recent", "aria-label": words().search.recent },
    el("p", { class: "quiet" }, words().search.recent),
    el("ul", {}, ...ids.map((id) => el("li", {}, el("a", { href: addressOf(place, id) }, identifier(id))))),
  );
}
