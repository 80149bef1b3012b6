// One life of the caller's program: it may die at any line it writes and any request it sends.

import { Journal } from "./recipe/journal.mjs";

export class Died extends Error {}

export class Life {
  #fates;
  #network;
  #clock;
  #journal;
  #isOver = false;

  constructor({ fates, network, clock }) {
    this.#fates = fates;
    this.#network = network;
    this.#clock = clock;
  }

  /** The ledger's file, as this life sees it, and its lines. */
  async openJournal(path) {
    const [journal, lines] = await this.#clock.during(Journal.open(path));
    this.#journal = journal;
    return { journal: { append: (line) => this.#append(line) }, lines };
  }

  async end() {
    this.#isOver = true;
    await this.#clock.during(this.#journal.close());
  }

  async #append(line) {
    this.#goOn();
    const { death, sleepMs } = this.#fates.ofLine(JSON.parse(line));
    if (death === "before") this.#die();
    if (death === "torn") this.#isOver = true;
    await this.#clock.during(this.#journal.append(death === "torn" ? line.slice(0, line.length >> 1) : line));
    if (death) this.#die();
    // As if the machine had been suspended just after the write.
    if (sleepMs > 0) await this.#clock.sleep(sleepMs);
    this.#goOn();
  }

  /** Sends a request. The network decides what the caller sees of it. */
  send = async (request) => {
    this.#goOn();
    const fate = this.#fates.ofRequest(request);
    const answer = this.#network.deliver(request, fate);
    if (fate.isFatal) this.#die();
    const seen = await answer;
    this.#goOn();
    return seen;
  };

  #goOn() {
    if (this.#isOver) throw new Died();
  }

  #die() {
    this.#isOver = true;
    throw new Died();
  }
}
