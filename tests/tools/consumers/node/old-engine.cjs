// Loaded first: removes what Firefox 118 and Chrome 110 lack, isWellFormed, toWellFormed and `Symbol.dispose`.

delete String.prototype.isWellFormed;
delete String.prototype.toWellFormed;

// `Symbol.dispose` can't be deleted, so Symbol is replaced by a copy without it.
const Complete = Symbol;
const { dispose, asyncDispose, ...members } = Object.getOwnPropertyDescriptors(Complete);
globalThis.Symbol = Object.defineProperties(function (description) {
  return Complete(description);
}, members);
