// Why nothing else is sent on a payment or sale, and until when.

import { words } from "../language";
import { dayAndTime } from "../language/time";
import { el } from "../page/element";
import type { Intent } from "../worker/contract";

/** Above the form: an earlier attempt that may have landed, and the way to it. */
export function hindranceNote(intent: Intent | null, show: (intent: Intent) => void): HTMLElement | null {
  if (!intent?.hindrance) return null;
  return el(
    "section",
    { class: "note doubt", role: "note", id: "hindrance" },
    el("p", {}, hindranceText(intent)),
    el("button", { type: "button", class: "link", id: "show-ambiguous", on: { click: () => show(intent) } }, words().history.open),
  );
}

export function hindranceText({ hindrance, isLandedAfterAll }: Intent): string {
  const w = words().hindrance;
  if (isLandedAfterAll) return w.landedAfterAll;
  return hindrance?.from ? w.from(dayAndTime(hindrance.from)) : w.person;
}
