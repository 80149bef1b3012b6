// An operator at the desk, over HTTP, as the page does it.

import { setTimeout as wait } from "node:timers/promises";

import { draft } from "../../../pkg/inline.js";

/** Speed of the clock of desk and simulator: thirty minutes pass in four and a half seconds. */
export const SPEED = 400;

/** Waits this many milliseconds of that clock, and a little longer. */
export const passed = (ms) => wait((ms + 10_000) / SPEED);

const OPEN = ["sending", "checking"];

/** Waits until a condition is true. Fails after a limit. */
export async function until(isTrue, patience = 60_000) {
  const deadline = Date.now() + patience;
  while (!(await isTrue())) {
    if (Date.now() > deadline) throw new Error(`waited ${patience} ms for ${isTrue}`);
    await wait(20);
  }
}

export async function signIn(desk, { operator, password }) {
  const { status, body } = await call(desk, "/api/session", { method: "POST", body: JSON.stringify({ operator, password }) });
  if (status !== 200) throw new Error(`no session: ${status} ${JSON.stringify(body)}`);
  return new Operator(desk, body.token);
}

export async function call({ url }, path, init) {
  const response = await fetch(`${url}${path}`, init);
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.startsWith("application/json");
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

class Operator {
  #desk;
  #token;

  constructor(desk, token) {
    this.#desk = desk;
    this.#token = token;
  }

  get(path) {
    return call(this.#desk, path, { headers: this.#headers });
  }

  post(path, body, headers = {}, signal = undefined) {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    return call(this.#desk, path, { method: "POST", headers: { ...this.#headers, ...headers }, body: text, signal });
  }

  /** Sends a draft to the payment's ledger. */
  take(paymentId, operation, params) {
    return this.post(`/api/payments/${paymentId}/intents`, draft(operation, params));
  }

  takeOfSale(reference, operation, params) {
    return this.post(`/api/sales/${reference}/intents`, draft(operation, params));
  }

  /** The intent once it is settled. */
  async settled(path, patience = 60_000) {
    let intent;
    await until(async () => {
      const { status, body } = await this.get(path);
      intent = body;
      return status === 200 && !OPEN.includes(body.state);
    }, patience);
    return intent;
  }

  get #headers() {
    return { authorization: `Bearer ${this.#token}` };
  }
}

export const intentPath = (paymentId, { fingerprint }) => `/api/payments/${paymentId}/intents/${fingerprint}`;
