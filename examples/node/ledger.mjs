// A ledger of small files, each written once and never changed: several processes on one disk may share the folder.

import { randomUUID } from "node:crypto";
import { link, mkdir, open, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";

export class Ledger {
  #folder;

  constructor(folder) {
    this.#folder = folder;
  }

  async read(fingerprint, part) {
    const text = await readFile(this.#path(fingerprint, part), "utf8").catch((error) => {
      if (error.code !== "ENOENT") throw error;
    });
    return text && JSON.parse(text);
  }

  /** Returns false if this part exists already. When it returns true, the part is on the disk. */
  async writeOnce(fingerprint, part, value) {
    await mkdir(this.#folder, { recursive: true });
    const temporary = join(this.#folder, `${randomUUID()}.tmp`);
    const file = await open(temporary, "wx");
    try {
      await file.writeFile(JSON.stringify(value));
      await file.sync();
      // Unlike a rename, a link never replaces what is there.
      await link(temporary, this.#path(fingerprint, part));
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      return false;
    } finally {
      await file.close();
      await rm(temporary);
    }
    await this.#syncFolder();
    return true;
  }

  /** The fingerprints that have a part. */
  async having(part) {
    const names = await readdir(this.#folder).catch(() => []);
    const end = `.${part}.json`;
    return names.filter((name) => name.endsWith(end)).map((name) => name.slice(0, -end.length));
  }

  #path(fingerprint, part) {
    return join(this.#folder, `${fingerprint}.${part}.json`);
  }

  // Otherwise a power cut could lose the file's name. Windows cannot open folders, and does not need it.
  async #syncFolder() {
    if (process.platform === "win32") return;
    const folder = await open(this.#folder);
    await folder.sync().finally(() => folder.close());
  }
}
