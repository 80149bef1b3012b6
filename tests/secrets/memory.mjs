// Finds the calls that leave a secret in the wasm's memory.

import { readFileSync } from "node:fs";

import { params } from "./everything.mjs";
import { bytesOf, secret } from "./needles.mjs";

const { TIMES, answer } = params;

/** Loads the package with access to its memory. */
export async function loadWithMemory() {
  let exports;
  const { Instance } = WebAssembly;
  WebAssembly.Instance = class extends Instance {
    constructor(...given) {
      super(...given);
      exports = this.exports;
    }
  };
  const slim = await import("../../pkg/slim.js");
  slim.instantiate(new WebAssembly.Module(readFileSync(new URL("../../pkg/core.wasm", import.meta.url))));
  WebAssembly.Instance = Instance;
  const testing = await import("../../pkg/testing.js");
  return { pkg: slim, testing, memory: () => Buffer.from(exports.memory.buffer) };
}

/** Whether any form of the secret is in the bytes. */
export function holds(memory, text) {
  return bytesOf(text).some((bytes) => memory.includes(bytes));
}

/** Calls that take a secret, each with one of its own, as [what, run]: `run` resolves when all was freed. */
export function calls({ pkg, testing }) {
  const endpoint = { environment: "sandbox" };
  const list = [];
  const merchant = (what, use) =>
    list.push([`Iyzico ${what}`, (key) => freeing(new pkg.Iyzico({ apiKey: "api", secretKey: key, ...endpoint }), use)]);
  const till = (what, use) => list.push([`IyzicoTerminal ${what}`, (key) => freeing(new pkg.IyzicoTerminal({ accessToken: key, ...endpoint }), use)]);
  const login = (what, use) =>
    list.push([`IyzicoTerminalLogin ${what}`, (key) => freeing(new pkg.IyzicoTerminalLogin({ clientId: "c", clientSecret: key, ...endpoint }), use)]);
  const refused = (what, call) => list.push([what, (key) => ignoring(() => call(key))]);

  for (const caller of [merchant, till, login]) caller("made and freed", () => {});
  const body = '{"iyziEventType":"X","paymentId":1,"paymentConversationId":"c","status":"SUCCESS"}';
  for (const [name, given] of Object.entries(params.MERCHANT)) {
    merchant(name, (iyzico) => iyzico[name](given));
    merchant(`${name}, signed draft`, (iyzico) => iyzico.sign(pkg.draft(name, given)));
    merchant(`${name}, read`, (iyzico) => iyzico.read(iyzico[name](given), answer(200, '{"status":"success","paymentId":"1","price":5,"signature":"00"}')));
    merchant(`${name}, reconcile`, (iyzico) => iyzico.reconcile(iyzico[name](given), answer(200, '{"status":"success","payments":[]}'), TIMES));
    merchant(`${name}, precheck`, (iyzico) => iyzico.precheck(pkg.draft(name, given), answer(200, '{"status":"success","payments":[]}')));
  }
  merchant("authorize", (iyzico) => iyzico.authorize({ method: "POST", path: "/x", body: "{}" }));
  merchant("verifyWebhook", (iyzico) => iyzico.verifyWebhook({ body, signature: "00" }));
  merchant("refused params", (iyzico) => ignoring(() => iyzico.refund({ price: 5 })));
  for (const [name, given] of Object.entries(params.TERMINAL)) {
    till(name, (terminal) => terminal[name](given));
    till(`${name}, signed draft`, (terminal) => terminal.sign(pkg.draft(`terminal.${name}`, given)));
    till(`${name}, read`, (terminal) => terminal.read(terminal[name](given), answer(200, "{}")));
    till(`${name}, reconcile`, (terminal) => terminal.reconcile(terminal[name](given), answer(200, '{"status":"failure","errorCode":"380108"}'), TIMES));
    till(`${name}, precheck`, (terminal) => terminal.precheck(pkg.draft(`terminal.${name}`, given), answer(200, "{}")));
  }
  till("withToken", (terminal) => terminal.withToken("another").free());
  for (const [name, given] of Object.entries(params.loginParams({ password: "p", code: "c", refreshToken: "r" }))) login(name, (caller) => caller[name](given));

  const withLogin = (what, use) =>
    list.push([what, (key) => freeing(new pkg.IyzicoTerminalLogin({ clientId: "c", clientSecret: "s", ...endpoint }), (caller) => use(caller, key))]);
  for (const name of ["authorize", "token", "refresh"]) {
    const of = (key) => params.loginParams({ password: key, code: key, refreshToken: key })[name];
    withLogin(`what login ${name} is given`, (caller, key) => caller[name](of(key)));
    withLogin(`what login ${name} is given and refuses`, (caller, key) => ignoring(() => caller[name]({ ...of(key), unknown: key })));
    withLogin(`what login ${name} is given with another script`, (caller, key) => caller[name](of(`şifre ${key} 🙂`)));
    refused(`what validate of login ${name} is given`, (key) => pkg.validate(`login.${name}`, of(key)));
    refused(`what draft of login ${name} is given`, (key) => pkg.draft(`login.${name}`, of(key)));
  }
  withLogin("tokens of an answer", (caller, key) => caller.read({ operation: "login.token" }, answer(200, JSON.stringify({ access_token: key, refresh_token: key }))));
  refused("Iyzico refused for its environment", (key) => new pkg.Iyzico({ apiKey: "api", secretKey: key, environment: "nowhere" }));
  refused("Iyzico refused for its key", (key) => new pkg.Iyzico({ apiKey: "api", secretKey: `${key} ş`, ...endpoint }));
  refused("IyzicoTerminal refused for its token", (key) => new pkg.IyzicoTerminal({ accessToken: `${key} ş`, ...endpoint }));
  refused("IyzicoTerminalLogin refused for its secret", (key) => new pkg.IyzicoTerminalLogin({ clientId: "c:d", clientSecret: key, ...endpoint }));
  // Longer than a block of SHA-256, so HMAC hashes it first.
  const long = (key) => new pkg.Iyzico({ apiKey: "api", secretKey: key.repeat(4), ...endpoint });
  refused("Iyzico with a secret of 200 letters", (key) => freeing(long(key), (iyzico) => iyzico.refund(params.MERCHANT.refund)));
  refused("testing.iyzwsv2", (key) => testing.iyzwsv2({ apiKey: "api", secretKey: key, randomKey: "r", path: "/x" }));
  refused("testing.sign", (key) => testing.sign(key, "1:2"));
  refused("testing.signWebhookForTests", (key) => testing.signWebhookForTests({ secretKey: key, body }));
  refused("testing.signWebhookForTests of no webhook", (key) => testing.signWebhookForTests({ secretKey: key, body: "{" }));
  return list.map(([what, run]) => ({ what, run, key: secret("memory") }));
}

function freeing(caller, use) {
  try {
    use(caller);
  } finally {
    caller.free();
  }
}

function ignoring(call) {
  try {
    call();
  } catch {
    // Only the memory it leaves matters.
  }
}
