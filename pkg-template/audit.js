// The audit, which needs no key.

import { received, sent, wellFormed } from "./crossing.js";
import { IyzicoConfigError, IyzicoValidationError, issuesOf, made } from "./errors.js";
import * as core from "./iyzico_reversals_bg.js";
import { limits } from "./operations.js";
import { LEDGER, write } from "./params.js";

export class Audit {
  #core;

  constructor(entries, settings) {
    this.#core = made(() => new core.Audit(write(settings)));
    const issues = entered(this.#core, entries, settings.locale);
    if (!issues.length) return;
    this.free();
    throw new IyzicoValidationError(issues);
  }

  add(request, answer) {
    const { operation, asked } = sent(request);
    const { status, text } = received(answer, "transactions");
    return JSON.parse(this.#alive().add(operation, asked, status, wellFormed(text)));
  }

  finish() {
    const core = this.#alive();
    // The core's object is freed by this call.
    this.#core = undefined;
    return JSON.parse(core.finish());
  }

  free() {
    this.#core?.free();
    this.#core = undefined;
  }

  [Symbol.dispose ?? Symbol.for("Symbol.dispose")]() {
    this.free();
  }

  #alive() {
    if (this.#core) return this.#core;
    throw new IyzicoConfigError([{ path: [], code: "freed", message: "was used after finish() or free()" }]);
  }
}

/** Enters the books in parts, so that the core holds no second copy of them, and returns the issues. */
function entered(core, entries, locale) {
  if (!Array.isArray(entries) || !entries.length) return issuesIn(core, { entries, locale }, 0);
  const issues = [];
  for (let start = 0; start < entries.length && issues.length < MAX_ISSUES; start += limits.items) {
    const part = entries.slice(start, start + limits.items);
    issues.push(...issuesIn(core, { entries: part.map(plain), locale }, start));
  }
  return issues;
}

function issuesIn(core, books, start) {
  if (Array.isArray(books.entries) && !books.entries.length) return [];
  try {
    core.enter(write(books, LEDGER));
    return [];
  } catch (thrown) {
    return issuesOf(thrown).map((issue) => ({ ...issue, path: pathOf(issue.path, start) }));
  }
}

/** An entry as the core takes it; `null` if reading it throws. */
function plain(entry) {
  try {
    const { request, ...rest } = entry;
    const { operation, asked } = sent(request);
    return { ...rest, operation, body: asked };
  } catch {
    return null;
  }
}

/** The path of an issue in the caller's list. */
function pathOf([list, at, name, ...rest], start) {
  if (at === undefined) return [list];
  const names = name === undefined ? [] : [name === "operation" || name === "body" ? "request" : name];
  return [list, String(start + Number(at)), ...names, ...rest];
}

// The most issues that the core reports of one part.
const MAX_ISSUES = 100;
