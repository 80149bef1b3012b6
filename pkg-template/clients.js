// What needs keys or tokens: servers and edge only.

import { IyzicoConfigError, made } from "./errors.js";
import { Client } from "./iyzico_reversals_bg.js";
import { maxAnswer, operations } from "./operations.js";
import { call, line, optional, write } from "./params.js";
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

  read(request, status, answer) {
    const outcome = made(askOf(this, exchanged("read", request, status), bounded(answer)));
    return { ...outcome, raw: typeof answer === "string" ? answer.slice(0, maxAnswer + 1) : null };
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
  reconcile(request, status, answer) {
    return made(askOf(this, exchanged("reconcile", request, status), bounded(answer))).found;
  }
}

export class Iyzico extends Reverser {
  constructor(config) {
    super("merchant", config);
  }

  static {
    define(this, "", frozen);
  }

  sign(draft) {
    return frozen(requested(askOf(this, ["sign", write(draft), randomKey()])));
  }

  authorize({ method, path, body = "" } = {}) {
    const exact = typeof body === "string" && body.isWellFormed() ? body : undefined;
    return Object.freeze(made(askOf(this, ["authorize", line(method), line(path), randomKey()], exact)));
  }

  verifyWebhook(webhook) {
    const { signature, body, merchantId } = received(webhook);
    const id = Number.isSafeInteger(merchantId) ? String(merchantId) : merchantId;
    return made(askOf(this, ["verifyWebhook", line(signature), line(id)], bounded(body)));
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
    return bearing(requested(askOf(this, ["sign", write(draft)])));
  }
}

export class IyzicoTerminalLogin extends Caller {
  constructor(config) {
    super("login", config);
  }

  static {
    define(this, "login.", confiding);
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
function confiding(request) {
  request.body = new Blob([request.body]);
  return bearing(request);
}

function exchanged(task, request, status) {
  const { operation, body, url } = sent(request);
  // What a GET asks for stands in its URL.
  const asked = typeof body === "string" ? body : url;
  return [task, line(operation), line(asked), Number.isInteger(status) ? String(status) : ""];
}

// A request that can't be read makes an unknown outcome, not an exception after the money moved.
function sent(request) {
  try {
    const { operation, body, url } = request;
    return { operation, body, url };
  } catch {
    return {};
  }
}

// What was posted; a getter or proxy that throws shows nothing, which is refused.
function received(webhook) {
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
function bounded(answer) {
  return typeof answer === "string" ? answer.slice(0, maxAnswer + 1).toWellFormed() : undefined;
}
