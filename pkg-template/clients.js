// What needs keys or tokens: servers and edge only.

import { IyzicoConfigError, made } from "./errors.js";
import { Client } from "./iyzico_reversals_bg.js";
import { longestAnswer, operations } from "./operations.js";
import { call, DRAFT, line, optional, write } from "./params.js";
import { randomKey } from "./random.js";
import { keepOut } from "./secrets.js";

// Asks the client in the core of one of the objects below: theirs alone to reach.
let askOf;

class Caller {
  #client;

  constructor(access, config) {
    this.#client = new Client(call([access, write(config)]));
    made(this.#client.ask(""), IyzicoConfigError);
  }

  static {
    askOf = (caller, lines, last) => {
      if (caller.#client) return caller.#client.ask(call(lines, last));
      throw new IyzicoConfigError([{ path: [], code: "freed", message: "was used after free()" }]);
    };
  }

  read(request, answer) {
    const { operation, asked } = sent(request);
    const { status, text } = received(answer, operation);
    const outcome = made(askOf(this, ["read", line(operation), asked, status], text?.toWellFormed()));
    return { ...outcome, raw: text ?? null };
  }

  free() {
    this.#client?.free();
    this.#client = undefined;
  }

  [Symbol.dispose ?? Symbol.for("Symbol.dispose")]() {
    this.free();
  }
}

class Reverser extends Caller {
  reconcile(request, answer, given) {
    const { sentAt, askedAt, question } = members(given, ["sentAt", "askedAt", "question"]);
    return weighed(this, "reconcile", request, answer, [time(sentAt), time(askedAt), ...asking(question)]);
  }

  precheck(draft, answer, given) {
    const { draftedAt, askedAt, question } = members(given, ["draftedAt", "askedAt", "question"]);
    return weighed(this, "precheck", draft, answer, [time(draftedAt), time(askedAt), ...asking(question)]);
  }
}

function asking(question) {
  const { operation, asked } = sent(question);
  return [line(operation), asked];
}

function weighed(caller, task, request, answer, known) {
  const { operation, asked } = sent(request);
  // The answer is that of a question, which may be longer than a refund's.
  const { status, text } = received(answer, "paymentDetails");
  return made(askOf(caller, [task, line(operation), asked, ...known, status], text?.toWellFormed()));
}

export class Iyzico extends Reverser {
  constructor(config) {
    super("merchant", config);
  }

  static {
    define(this, "", frozen);
  }

  sign(draft) {
    return frozen(requested(askOf(this, ["sign", write(draft, DRAFT), randomKey()])));
  }

  authorize({ method, path, body = "" } = {}) {
    const exact = typeof body === "string" && body.isWellFormed() ? body : undefined;
    return Object.freeze(made(askOf(this, ["authorize", line(method), line(path), randomKey()], exact)));
  }

  verifyWebhook(webhook) {
    const { signature, body, merchantId } = posted(webhook);
    const id = Number.isSafeInteger(merchantId) ? String(merchantId) : merchantId;
    return made(askOf(this, ["verifyWebhook", line(signature), line(id)], bounded(body, LONGEST_WEBHOOK)?.toWellFormed()));
  }
}

export class IyzicoTerminal extends Reverser {
  #endpoint;

  constructor(config) {
    // Read once, like any other input.
    const plain = JSON.parse(write(config));
    super("terminal", plain);
    const { accessToken: _, ...endpoint } = plain;
    this.#endpoint = endpoint;
  }

  static {
    define(this, "terminal.", bearing);
  }

  withToken(accessToken) {
    askOf(this, []);
    return new IyzicoTerminal({ ...this.#endpoint, accessToken });
  }

  sign(draft) {
    return bearing(requested(askOf(this, ["sign", write(draft, DRAFT)])));
  }
}

export class IyzicoTerminalLogin extends Caller {
  constructor(config) {
    super("login", config);
  }

  static {
    define(this, "login.", withSecretBody);
  }
}

/** A method for each operation whose name begins with `prefix`. */
function define(Class, prefix, finish) {
  for (const operation of operations) {
    const name = operation.slice(prefix.length);
    if (operation !== prefix + name || name.includes(".")) continue;
    const value = function (params, context) {
      const random = prefix ? "" : randomKey();
      return finish(requested(askOf(this, ["request", operation, write(params), optional(context), random])));
    };
    Object.defineProperty(Class.prototype, name, { value, writable: true, configurable: true });
  }
}

/** What the core makes of a request: its JSON and, on the next line, its exact body. */
function requested(text) {
  const end = text.indexOf("\n");
  if (end < 0) return made(text);
  const request = made(text.slice(0, end));
  request.body = text.slice(end + 1);
  return request;
}

function frozen(request) {
  Object.freeze(request.headers);
  return Object.freeze(request);
}

/** A request whose headers hold a token. */
function bearing(request) {
  keepOut(request.headers, "Authorization");
  return frozen(request);
}

/** A request whose headers and body hold a password or secret: a Blob shows neither in a log nor as JSON. */
function withSecretBody(request) {
  request.body = new Blob([request.body]);
  return bearing(request);
}

/** What was asked for. A request that can't be read makes an unknown outcome, not an exception after the money moved. */
function sent(request) {
  const { operation, body, url, path } = members(request, ["operation", "body", "url", "path"]);
  // What a GET asks for stands in its URL, or in the path of its draft.
  const asked = typeof body === "string" && body !== "" ? body : (url ?? path);
  return { operation, asked: line(asked, LONGEST_BODY) };
}

/** An answer as it crosses: `{ status, text }`, or `null` when none came. Anything else is none, and says so. */
function received(answer, operation) {
  if (answer === null) return { status: "" };
  const { status, text } = members(answer, ["status", "text"]);
  if (!Number.isInteger(status) || typeof text !== "string") return { status: "none" };
  // The answer to a request that can't be read is shown all the same.
  const longest = longestAnswer[line(operation)] ?? longestAnswer.refund;
  return { status: String(status), text: bounded(text, longest) };
}

/** Own members of an object of the caller's, each read once; a getter or proxy that throws shows none. */
function members(object, names) {
  try {
    if (typeof object !== "object" || object === null) return NONE;
    const own = names.filter((name) => Object.hasOwn(object, name)).map((name) => [name, object[name]]);
    return { __proto__: null, ...Object.fromEntries(own) };
  } catch {
    return NONE;
  }
}

/** A time as it crosses: epoch milliseconds. */
function time(value) {
  return Number.isSafeInteger(value) ? String(value) : "";
}

// What was posted; a getter or proxy that throws shows nothing, which is refused.
function posted(webhook) {
  try {
    const { headers, signature = header(headers ?? {}), body, merchantId } = webhook;
    return { signature, body, merchantId };
  } catch {
    return {};
  }
}

// Headers of fetch, or an object such as Node's, whose values may be lists.
function header(headers) {
  const wanted = "x-iyz-signature-v3";
  if (typeof headers.get === "function") return headers.get(wanted);
  const name = Object.keys(headers).find((name) => name.toLowerCase() === wanted);
  const [value, ...more] = [headers[name]].flat();
  return more.length ? undefined : value;
}

// Cut before it crosses, so that a flood can't grow the wasm's memory; the core sees that it is too long.
function bounded(text, longest) {
  return typeof text === "string" ? text.slice(0, longest + 1) : undefined;
}

// Without the prototype, on which others may have put members of these names.
const NONE = Object.freeze({ __proto__: null });

// Longer than any body that this version drafts; an earlier one knew no limit.
const LONGEST_BODY = 8 << 20;

// Real ones have a few hundred characters.
const LONGEST_WEBHOOK = 256 << 10;
