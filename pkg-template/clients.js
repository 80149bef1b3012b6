// The clients, which need keys or tokens: for servers and edges only.

import { bounded, members, plain, received, sent, wellFormed } from "./crossing.js";
import { IyzicoConfigError, made } from "./errors.js";
import * as core from "./iyzico_reversals_bg.js";
import { operations } from "./operations.js";
import { DRAFT, exact, optional, write } from "./params.js";
import { keepOut } from "./secrets.js";
import { isWellFormed } from "./well-formed.js";

// The core object of a client, which only the classes below can reach.
let coreOf;

class Caller {
  #core;

  constructor(makeCore) {
    this.#core = made(makeCore, IyzicoConfigError);
  }

  static {
    coreOf = (caller) => {
      if (caller.#core) return caller.#core;
      throw new IyzicoConfigError([{ path: [], code: "freed", message: "was used after free()" }]);
    };
  }

  read(request, answer) {
    const { operation, asked } = sent(request);
    const { status, text } = received(answer, operation);
    const outcome = JSON.parse(coreOf(this).read(operation, asked, status, wellFormed(text)));
    // Defined, not assigned: Object.prototype may have a setter of this name.
    return Object.defineProperty(outcome, "raw", plain(text ?? null));
  }

  free() {
    this.#core?.free();
    this.#core = undefined;
  }

  [Symbol.dispose ?? Symbol.for("Symbol.dispose")]() {
    this.free();
  }
}

class Reverser extends Caller {
  reconcile(request, answer, known) {
    coreOf(this);
    const { sentAt, askedAt, question } = members(known, ["sentAt", "askedAt", "question"]);
    return weighed(core.reconcile, request, answer, inquiry(sentAt, askedAt, question));
  }

  precheck(draft, answer, known) {
    coreOf(this);
    const { draftedAt, askedAt, question } = members(known, ["draftedAt", "askedAt", "question"]);
    return weighed(core.precheck, draft, answer, inquiry(draftedAt, askedAt, question));
  }
}

function inquiry(since, askedAt, question) {
  const { operation, asked } = sent(question);
  // A question that can't be read is not the same as none.
  return new core.Inquiry(time(since), time(askedAt), question === undefined ? undefined : operation, asked);
}

function weighed(weigh, request, answer, inquiry) {
  const { operation, asked } = sent(request);
  // The answer to a question may be longer than a refund's.
  const { status, text } = received(answer, "paymentDetails");
  return JSON.parse(weigh(operation, asked, inquiry, status, wellFormed(text)));
}

export class Iyzico extends Reverser {
  constructor(config) {
    super(() => new core.Merchant(write(config)));
  }

  static {
    define(this, "", frozen);
  }

  sign(draft) {
    const given = write(draft, DRAFT);
    const merchant = coreOf(this);
    return frozen(JSON.parse(made(() => merchant.sign(given))));
  }

  authorize({ method, path, body = "" } = {}) {
    const merchant = coreOf(this);
    const text = typeof body === "string" && isWellFormed(body) ? body : undefined;
    return Object.freeze(JSON.parse(made(() => merchant.authorize(exact(method), exact(path), text))));
  }

  verifyWebhook(webhook) {
    const { signature, body, merchantId } = posted(webhook);
    const id = Number.isSafeInteger(merchantId) ? String(merchantId) : merchantId;
    const text = wellFormed(bounded(body, LONGEST_WEBHOOK));
    return JSON.parse(coreOf(this).verifyWebhook(exact(signature), text, exact(id)));
  }
}

export class IyzicoTerminal extends Reverser {
  #endpoint;

  constructor(config) {
    // Each property is read once, like all input.
    const plain = write(config);
    super(() => new core.Terminal(plain));
    const { accessToken: _, ...endpoint } = JSON.parse(plain);
    this.#endpoint = endpoint;
  }

  static {
    define(this, "terminal.", bearing);
  }

  withToken(accessToken) {
    coreOf(this);
    return new IyzicoTerminal({ ...this.#endpoint, accessToken });
  }

  sign(draft) {
    const given = write(draft, DRAFT);
    const terminal = coreOf(this);
    return bearing(JSON.parse(made(() => terminal.sign(given))));
  }
}

export class IyzicoTerminalLogin extends Caller {
  constructor(config) {
    super(() => new core.Login(write(config)));
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
    const method = function (params, context) {
      // First, because a getter of the params may free the client.
      const given = [operation, write(params), optional(context)];
      const caller = coreOf(this);
      return finish(JSON.parse(made(() => caller.request(...given))));
    };
    Object.defineProperty(Class.prototype, name, { __proto__: null, value: method, writable: true, configurable: true });
  }
}

function frozen(request) {
  Object.freeze(request.headers);
  return Object.freeze(request);
}

/** A request with a token in its headers. */
function bearing(request) {
  keepOut(request.headers, "Authorization");
  return frozen(request);
}

/** A request with a password or secret in its headers and body: a Blob appears neither in logs nor in JSON. */
function withSecretBody(request) {
  request.body = new Blob([request.body]);
  return bearing(request);
}

function time(value) {
  return typeof value === "number" ? value : undefined;
}

// The parts of a webhook. A getter or proxy that throws gives none, which is refused.
function posted(webhook) {
  try {
    const { headers, signature = header(headers ?? {}), body, merchantId } = webhook;
    return { signature, body, merchantId };
  } catch {
    return {};
  }
}

// The value of a header, from fetch's Headers or an object like Node's, whose values may be lists.
function header(headers) {
  const wanted = "x-iyz-signature-v3";
  if (typeof headers.get === "function") return headers.get(wanted);
  const name = Object.keys(headers).find((name) => name.toLowerCase() === wanted);
  const [value, ...more] = [headers[name]].flat();
  return more.length ? undefined : value;
}

// Real webhooks have a few hundred characters.
const LONGEST_WEBHOOK = 256 << 10;
