// The caller's program over all its lives, which share nothing but the ledger's file.

import { Iyzico, IyzicoTerminal } from "../../pkg/inline.js";
import { Died, Life } from "./life.mjs";
import { Card } from "./recipe/card.mjs";
import { Ledger } from "./recipe/ledger.mjs";
import { Login } from "./recipe/login.mjs";
import { isSettled } from "./recipe/refunds.mjs";
import { Till } from "./recipe/till.mjs";

export class Program {
  #options;
  #current;
  lives = 0;

  /** `Recipe` is the recipe's class; the rest are its arguments. */
  constructor(options) {
    this.#options = options;
    this.#current = this.#begin();
  }

  async start(order) {
    await this.#live(({ refunds }) => refunds.start(order));
  }

  async settle() {
    await this.#live(({ refunds }) => refunds.settle());
  }

  async isSettled() {
    const { ledger } = await this.#current;
    return ledger.rows().every(isSettled);
  }

  async end() {
    const { life } = await this.#current;
    await life.end();
  }

  /** The result of `work`, or undefined if the program died meanwhile and was restarted. */
  async #live(work) {
    const begun = this.#current;
    try {
      return await work(await begun);
    } catch (error) {
      if (!(error instanceof Died)) throw error;
      if (this.#current === begun) this.#current = begun.then(({ life }) => life.end()).then(() => this.#begin());
      await this.#current;
    }
  }

  async #begin() {
    const { Recipe, path, baseUrl, shop, fates, network, clock, witness } = this.#options;
    this.lives += 1;
    const life = new Life({ fates, network, clock });
    const { journal, lines } = await life.openJournal(path);
    const { now } = clock;
    const { send } = life;
    const ledger = new Ledger({ journal, lines, now });
    const [{ apiKey, secretKey }] = shop.merchants;
    const [user] = shop.terminalUsers;
    const [Merchant, Terminal] = [Iyzico, IyzicoTerminal].map((Caller) => witness.recording(Caller));
    const login = new Login({ baseUrl, user, send, connect: (accessToken) => new Terminal({ accessToken, baseUrl }) });
    const refunds = new Recipe({
      ledger,
      card: new Card({ iyzico: new Merchant({ apiKey, secretKey, baseUrl }), send, now }),
      till: new Till({ login, send, now }),
      now,
    });
    return { life, ledger, refunds };
  }
}
