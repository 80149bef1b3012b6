// The network to the simulator: real HTTP with delayed, late, lost and hanging requests.

import { exchange } from "../../pkg/fetch.js";

const CLIENT_TIMEOUT_MS = 140_000;

export class Network {
  #clock;
  #underway = new Set();
  sent = 0;

  constructor(clock) {
    this.#clock = clock;
  }

  /** Resolves to the caller's view: an answer, or null. `wayMs`: the latency in each direction. */
  deliver(request, { fault, wayMs, lateBy }) {
    this.sent += 1;
    if (fault === "never") return this.#clock.sleep(wayMs, null);
    // A request that is on its way arrives, even if the caller has given up.
    const arriving = this.#arrive(request, fault === "late" ? { after: lateBy } : { after: wayMs, fault });
    if (fault === "late") return this.#clock.sleep(wayMs, null);
    if (fault === "hangs") return this.#clock.sleep(CLIENT_TIMEOUT_MS, null);
    return arriving.then((answer) => this.#clock.sleep(wayMs, answer));
  }

  /** Resolves when no request is on its way. */
  async quiet() {
    await Promise.all(this.#underway);
  }

  async #arrive(request, { after, fault }) {
    const sentAt = this.#clock.now();
    const arriving = this.#clock.sleep(after).then(() => this.#clock.during(this.#exchange(request, sentAt, fault)));
    this.#underway.add(arriving);
    const answer = await arriving;
    this.#underway.delete(arriving);
    return answer;
  }

  #exchange(request, sentAt, fault) {
    const isOfSimulator = fault && fault !== "hangs";
    const headers = { ...request.headers, "x-sandbox-sent-at": String(sentAt), ...(isOfSimulator && { "x-sandbox-fault": fault }) };
    return exchange({ ...request, headers });
  }
}
