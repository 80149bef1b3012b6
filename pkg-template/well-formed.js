// Texts that hold half of a surrogate pair have no UTF-8 form. Firefox before 119 and Chrome before 111 can't tell by
// themselves.

// With the flag `u` a whole pair is one character, so only halves match.
const HALF = /\p{Surrogate}/u;
const HALVES = /\p{Surrogate}/gu;

export function isWellFormed(text) {
  return text.isWellFormed?.() ?? !HALF.test(text);
}

/** The text with U+FFFD in the place of each half. */
export function toWellFormed(text) {
  return text.toWellFormed?.() ?? text.replace(HALVES, "\ufffd");
}
