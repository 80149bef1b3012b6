// Says aloud, to those who listen to the page, what has just changed on it.

import { el } from "./element";

const region = el("div", { class: "only-heard", role: "status", "aria-live": "polite" });

export function announcer(): HTMLElement {
  return region;
}

/** The same words twice in a row are said once. */
export function announce(text: string): void {
  if (region.textContent !== text) region.textContent = text;
}
