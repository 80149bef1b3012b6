// The language of the page: the operator's choice, else the browser's.

import { en } from "./en";
import { tr, type Words } from "./tr";

export type Language = "tr" | "en";

const KEPT = "refund-desk-language";
const WORDS: Record<Language, Words> = { tr, en };

let current: Language = kept() ?? (navigator.language.startsWith("tr") ? "tr" : "en");
document.documentElement.lang = current;

export const language = (): Language => current;

export const words = (): Words => WORDS[current];

export function switchTo(next: Language): void {
  current = next;
  document.documentElement.lang = next;
  try {
    localStorage.setItem(KEPT, next);
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}

function kept(): Language | null {
  try {
    const found = localStorage.getItem(KEPT);
    return found === "tr" || found === "en" ? found : null;
  } catch {
    return null;
  }
}
