// `isWellFormed` and `toWellFormed`, with a fallback for Firefox before 119 and Chrome before 111.

// With the flag `u`, a surrogate pair is one character: only lone surrogates match.
const HALF = /\p{Surrogate}/u;
const HALVES = /\p{Surrogate}/gu;

export function isWellFormed(text) {
  return text.isWellFormed?.() ?? !HALF.test(text);
}

/** The text with U+FFFD for each lone surrogate. */
export function toWellFormed(text) {
  return text.toWellFormed?.() ?? text.replace(HALVES, "\ufffd");
}
