// An append-only file. A line is on the disk when its write resolves.

import { open } from "node:fs/promises";

export class Journal {
  #file;
  #waiting = [];
  #writing;

  /** Opens the file and returns its lines. Removes an incomplete last line, whose write never resolved. */
  static async open(path) {
    const file = await open(path, "a+");
    const text = await file.readFile("utf8");
    const whole = text.slice(0, text.lastIndexOf("\n") + 1);
    await file.truncate(Buffer.byteLength(whole));
    const journal = new Journal();
    journal.#file = file;
    return [journal, whole.split("\n").slice(0, -1)];
  }

  /** Resolves when the line is on the disk. Lines that arrive meanwhile share the next sync. */
  append(line) {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ line, resolve, reject });
      this.#writing ??= this.#write();
    });
  }

  async close() {
    await this.#writing;
    await this.#file.close();
  }

  async #write() {
    // Collects the other lines of this moment, for one sync.
    await null;
    while (this.#waiting.length > 0) {
      const lines = this.#waiting.splice(0);
      try {
        await this.#file.appendFile(lines.map(({ line }) => line).join(""));
        await this.#file.datasync();
        for (const { resolve } of lines) resolve();
      } catch (error) {
        for (const { reject } of lines) reject(error);
      }
    }
    this.#writing = undefined;
  }
}
