// What needs keys or tokens: servers and edge only.

import { Client, maxAnswer, reconcile as coreReconcile } from "./iyzico_reversals_bg.js";
import { IyzicoConfigError, attempt, made } from "./errors.js";
import { operations } from "./operations.js";
import { optional, text, write } from "./params.js";
import { keepOut } from "./secrets.js";

// The client in the core of one of the objects below: theirs alone to reach.
let client;

class Caller {
  #client;

  constructor(access, key, secret, { environment, baseUrl, ...unknown }) {
    const make = () => new Client(access, key, secret, environment, baseUrl, Object.keys(unknown)[0]);
    this.#client = attempt(IyzicoConfigError, make);
  }

  static {
    client = (caller) => {
      if (caller.#client) return caller.#client;
      throw new IyzicoConfigError([{ path: [], code: "freed", message: "was used after free()" }]);
    };
  }

  read(request, status, answer) {
    const { operation, asked } = sent(request);
    const raw = bounded(answer);
    return { ...JSON.parse(client(this).read(operation, asked, httpStatus(status), raw)), raw: raw ?? null };
  }

  free() {
    this.#client?.free();
    this.#client = undefined;
  }

  [Symbol.dispose ?? Symbol.for("Symbol.dispose")]() {
    this.free();
  }
}

export class Iyzico extends Caller {
  constructor(config) {
    const { apiKey, secretKey, ...rest } = { ...config };
    super("merchant", apiKey, secretKey, rest);
  }

  static {
    define(this, "", frozen);
  }

  sign(draft) {
    return frozen(made(() => client(this).sign(write(draft))));
  }

  authorize({ method, path, body = "" } = {}) {
    return Object.freeze(
      made(() => client(this).authorize(text(method) ?? "", text(path) ?? "", text(body) ?? undefined)),
    );
  }

  reconcile(request, status, answer) {
    client(this);
    return reconcile(request, status, answer);
  }

  verifyWebhook({ headers, signature = header(headers, "x-iyz-signature-v3"), body, merchantId } = {}) {
    const id = Number.isSafeInteger(merchantId) ? String(merchantId) : text(merchantId);
    return JSON.parse(client(this).verifyWebhook(text(signature) ?? undefined, bounded(body), id ?? undefined));
  }
}

export class IyzicoTerminal extends Caller {
  #endpoint;

  constructor(config) {
    const { accessToken, ...rest } = { ...config };
    super("terminal", accessToken, undefined, rest);
    this.#endpoint = rest;
  }

  static {
    define(this, "terminal.", bearing);
  }

  withToken(accessToken) {
    return new IyzicoTerminal({ ...this.#endpoint, accessToken });
  }

  sign(draft) {
    return bearing(made(() => client(this).sign(write(draft))));
  }

  reconcile(request, status, answer) {
    client(this);
    return reconcile(request, status, answer);
  }
}

export class IyzicoTerminalLogin extends Caller {
  constructor(config) {
    const { clientId, clientSecret, ...rest } = { ...config };
    super("login", clientId, clientSecret, rest);
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
      return finish(made(() => client(this).request(operation, write(params), optional(context))));
    };
    Object.defineProperty(Class.prototype, name, { value, writable: true, configurable: true });
  }
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

function reconcile(request, status, answer) {
  const { operation, asked } = sent(request);
  return coreReconcile(operation, asked, httpStatus(status), bounded(answer));
}

// A request that can't be read makes an unknown outcome, not an exception after the money moved. What a GET
// asks for stands in its URL.
function sent(request) {
  try {
    return { operation: text(request.operation) ?? "", asked: text(request.body) ?? text(request.url) ?? "" };
  } catch {
    return { operation: "", asked: "" };
  }
}

function httpStatus(status) {
  return typeof status === "number" ? status : undefined;
}

// Cut before it crosses, so that a flood can't grow the wasm's memory; the core sees that it is too long.
function bounded(answer) {
  return typeof answer === "string" ? answer.slice(0, maxAnswer() + 1) : undefined;
}

// Headers of fetch, or an object such as Node's.
function header(headers, wanted) {
  if (typeof headers?.get === "function") return headers.get(wanted);
  return Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === wanted)?.[1];
}
