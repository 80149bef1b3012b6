// A merchant that sends to the test server instead of iyzico.

import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";

const KEYS = { apiKey: "sandbox-apiKeyOfTheTests", secretKey: "sandbox-secretKeyOfTheTests" };
const TOKEN = "tokenOfTheTests";
const PASSWORD = "passwordOfTheTests";

export class Merchant {
  /** Secrets that no event may contain. */
  secrets = [...Object.values(KEYS), TOKEN, PASSWORD];
  #package;
  #questions;

  static async of(consumer) {
    const merchant = new Merchant();
    merchant.#package = await consumer.package();
    const types = await readFile(consumer.path("node_modules/iyzico-reversals/operations.d.ts"), "utf8");
    merchant.#questions = types.match(/type QuestionName =([^;]*);/)[1].match(/[\w.]+/g);
    return merchant;
  }

  operations() {
    return Object.keys(this.#package.schemas);
  }

  /** Typed as in the package. */
  isQuestion(operation) {
    return this.#questions.includes(operation);
  }

  /** A refund that the server answers in the given way. */
  refund(origin, way) {
    const id = this.#id();
    // Not ASCII, so that its length in bytes differs from its length in characters.
    const params = { paymentTransactionId: "27169345", price: "5.00", conversationId: id, reason: "OTHER", description: "ürün 😀" };
    return this.#noted(id, this.#iyzico(origin, way).refund(params));
  }

  /** A POST that moves no money. */
  question(origin, way) {
    const id = this.#id();
    return this.#noted(id, this.#iyzico(origin, way).refundToBalance({ paymentId: "25180208", callbackUrl: "https://shop.example/iade", conversationId: id }));
  }

  details(origin, way) {
    const id = this.#id();
    return this.#noted(id, this.#iyzico(origin, way).paymentDetails({ paymentId: "25180208", conversationId: id }));
  }

  terminalVoid(origin, way) {
    const id = this.#id();
    const terminal = new this.#package.IyzicoTerminal({ accessToken: TOKEN, baseUrl: `${origin}/${way}` });
    const request = terminal.void({ deviceUniqueId: "P00134", paymentId: "PAY-9876543", paymentDate: 20260406, transactionReferenceId: id });
    // JSON leaves the token out, but the request is passed to the runtime as JSON.
    return { id, request: { ...request, headers: { ...request.headers } } };
  }

  async login(origin, way) {
    const login = new this.#package.IyzicoTerminalLogin({ clientId: "shop", clientSecret: KEYS.secretKey, baseUrl: `${origin}/${way}` });
    const request = login.authorize({ username: "kasa", password: PASSWORD, request_timestamp: "1766660749" });
    return { id: PASSWORD, request: { ...request, headers: { ...request.headers }, body: await request.body.text(), isBlob: true } };
  }

  /** Why the package says that the outcome is unknown. */
  reason(request, answer) {
    return this.#iyzico("https://iyzico.example", "").read(request, answer).reason;
  }

  #iyzico(origin, way) {
    return new this.#package.Iyzico({ ...KEYS, baseUrl: `${origin}/${way}` });
  }

  #id() {
    const id = randomUUID();
    this.secrets.push(id);
    return id;
  }

  #noted(id, request) {
    this.secrets.push(request.headers.Authorization, request.headers["x-iyzi-rnd"]);
    return { id, request };
  }
}
