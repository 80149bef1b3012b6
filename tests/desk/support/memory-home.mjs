// A home of the desk without Cloudflare: a book in memory, a clock moved by hand, and calls that a test answers.

export class MemoryHome {
  time = Date.parse("2026-11-26T09:00:00Z");
  settings = { patienceMs: 140_000, giveUpMs: 3_600_000 };
  book = new MemoryBook();
  wakes = [];
  /** A promise that `saved` waits for, so that a test can stall the process between recording and sending. */
  sleep = async () => undefined;
  #wall = 0;
  #monotonic = 0;

  constructor(call) {
    this.call = call;
  }

  clock = {
    speed: 1,
    now: () => this.time,
    alarmAt: (moment) => moment,
    stopwatch: () => {
      const [wall, monotonic] = [this.#wall, this.#monotonic];
      return () => Math.max(this.#wall - wall, this.#monotonic - monotonic);
    },
  };

  /** Moves real time and the desk's clock. Either clock of the machine can stand still meanwhile. */
  pass(ms, { wall = ms, monotonic = ms } = {}) {
    this.time += ms;
    this.#wall += wall;
    this.#monotonic += monotonic;
  }

  wake = async (at) => void this.wakes.push(at);
  saved = () => this.sleep();
  stop = async () => null;
}

class MemoryBook {
  #entries = new Map();
  #happenings = [];

  find = (fingerprint) => this.#entries.get(fingerprint) ?? null;
  list = () => [...this.#entries.values()].reverse();
  inState = (...states) => [...this.#entries.values()].filter(({ state }) => states.includes(state));

  begin(draft, subject, operator, at) {
    const { fingerprint, operation } = draft;
    if (this.#entries.has(fingerprint)) throw new Error("a second intent with this fingerprint");
    const open = { outcome: null, settledBy: null, readBack: null, proposal: null, isLandedAfterAll: false };
    const moments = { createdAt: at, sentAt: at, updatedAt: at };
    return this.#set({ fingerprint, operation, ...subject, by: [operator], state: "sending", ...open, ...moments, draft }, "begun");
  }

  join = (entry, operator) => this.#set({ ...entry, by: [...new Set([...entry.by, operator])] }, "joined");

  move(seen, to, { at, outcome = seen.outcome, settledBy = null, sentAt = seen.sentAt, isLandedAfterAll = false }) {
    const entry = this.find(seen.fingerprint);
    if (entry.state !== seen.state) return false;
    this.#set({ ...entry, state: to, outcome, settledBy, sentAt, isLandedAfterAll, proposal: null, updatedAt: at }, "moved");
    return true;
  }

  note = ({ fingerprint }, readBack) => this.#set({ ...this.find(fingerprint), readBack }, "read-back");
  propose = ({ fingerprint }, proposal) => this.#set({ ...this.find(fingerprint), proposal }, "proposed");
  acknowledge = ({ fingerprint }) => this.#set({ ...this.find(fingerprint), isLandedAfterAll: false }, "acknowledged");
  happenings = (fingerprint) => this.#happenings.filter((happening) => happening.fingerprint === fingerprint);

  #set(entry, kind) {
    this.#entries.set(entry.fingerprint, entry);
    this.#happenings.push({ fingerprint: entry.fingerprint, kind, state: entry.state });
    return entry;
  }
}
