// The caller's books: one row per intent, by fingerprint. One process at a time has them; with several, use a database's unique column
// instead of the map.

export class Ledger {
  #journal;
  #now;
  #rows = new Map();

  /** `lines`: the journal's existing lines. */
  constructor({ journal, lines, now }) {
    this.#journal = journal;
    this.#now = now;
    for (const line of lines) this.#apply(JSON.parse(line));
  }

  row(fingerprint) {
    return this.#rows.get(fingerprint);
  }

  rows() {
    return [...this.#rows.values()];
  }

  /** Changes or creates a row, visible at once. Resolves when the change would survive a power cut. */
  async write(fingerprint, change) {
    const entry = { fingerprint, at: this.#now(), ...change };
    const row = this.#apply(entry);
    await this.#journal.append(`${JSON.stringify(entry)}\n`);
    return row;
  }

  #apply(entry) {
    const row = { ...this.#rows.get(entry.fingerprint), ...entry };
    this.#rows.set(entry.fingerprint, row);
    return row;
  }
}
