// The way to the simulator: real HTTP, on which requests are late, get lost or hang; and the clock that goes with it.

import { setTimeout as sleep } from "node:timers/promises";

const CLIENT_TIMEOUT_MS = 1_000;
const HANGS_MS = 5_000;
const NOTHING = [null, null];

export class Network {
  #openFor;
  #underway = new Map();
  sent = 0;

  constructor({ openFor }) {
    this.#openFor = openFor;
  }

  /**
   * Never more than `openFor` ahead of the oldest request that the simulator has yet to see: however slow this machine is,
   * what a caller may rely on holds.
   */
  now = () => Math.min(Date.now(), ...[...this.#underway.values()].map((since) => since + this.#openFor));

  /** To be called with each request that the simulator has dealt with. */
  arrived({ headers }) {
    this.#underway.delete(headers["x-campaign-request"]);
  }

  /** Resolves when nothing is on its way any more. */
  async quiet() {
    while (this.#underway.size > 0) await sleep(20);
  }

  /** What the caller sees of it: [HTTP status, text]. */
  async deliver(request, { fault, lateBy }) {
    const number = String((this.sent += 1));
    if (fault === "never") return NOTHING;
    this.#underway.set(number, this.now());
    const answer = this.#exchange(request, number, fault, fault === "late" ? lateBy : 0);
    if (fault === "late") return NOTHING;
    // Who gives up does not take back what is on its way.
    return Promise.race([answer, sleep(CLIENT_TIMEOUT_MS, NOTHING, { ref: false })]);
  }

  async #exchange(request, number, fault, delay) {
    if (delay > 0) await sleep(delay);
    const struck = { late: undefined, hangs: `delay:${HANGS_MS}` };
    const header = fault in struck ? struck[fault] : fault;
    const headers = { ...request.headers, "x-campaign-request": number, ...(header && { "x-sandbox-fault": header }) };
    // As the README has it.
    const answer = await fetch(request.url, { ...request, headers })
      .then(async (response) => [response.status, await response.text()])
      .catch(() => NOTHING);
    this.#underway.delete(number);
    return answer;
  }
}
