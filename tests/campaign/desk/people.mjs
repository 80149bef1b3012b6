// Two people who settle ambiguous intents by iyzico's panel, which is the simulator's books.

import { Random } from "../../support/random.mjs";
import { wordsOf } from "./record.mjs";

const MINUTE = 60_000;
const MOST_TRIES = 20;

export class People {
  #site;
  #random;
  /** Why each intent was left to them, by its path. */
  reasons = new Map();
  /** What they settled, by what they found. */
  findings = { landed: 0, "not landed": 0 };

  constructor({ site, seed }) {
    this.#site = site;
    this.#random = new Random(seed, "people");
  }

  /** Settles an intent that is left to people. Returns its state. */
  async settle(intent, path) {
    this.reasons.set(path, wordsOf(intent));
    await this.#site.pass(intent.settleableFrom - this.#site.now() + MINUTE);
    const name = intent.transactionReferenceId ?? intent.conversationId;
    let { state } = intent;
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const landed = this.#isInPanel(intent, name);
      const finding = { landed, reason: `looked into the panel for ${name}`, evidence: landed ? "a row of its own" : "no row of its own" };
      const [first, second] = this.#random.shuffled(this.#site.clerks);
      await first.post(`${path}/settlement`, finding);
      const answer = await second.post(`${path}/settlement`, finding);
      if (answer?.status === 200 && answer.body.settledBy === "person") this.findings[landed ? "landed" : "not landed"] += 1;
      // Refused if the desk has settled it by itself meanwhile.
      const seen = (await second.get(path))?.body;
      state = seen?.state ?? state;
      if (seen && seen.settleableFrom === null) return state;
      await this.#site.pass(2 * MINUTE);
    }
    return state;
  }

  #isInPanel({ paymentId, operation }, name) {
    const { sandbox } = this.#site;
    if (operation.startsWith("terminal.")) {
      const { refunds, voids } = sandbox.saleBooks(paymentId);
      return [...refunds, ...voids].some(({ transactionReferenceId }) => transactionReferenceId === name);
    }
    const { items, cancels } = sandbox.books(paymentId);
    return [...cancels, ...items.flatMap(({ refunds }) => refunds)].some(({ conversationId, by }) => conversationId === name && !by);
  }
}
