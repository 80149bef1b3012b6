// Prints one line per check, and counts them.

export class Report {
  passed = 0;
  failed = 0;

  /** A step that breaks off has failed, and so has one that checks nothing. */
  async step(name, run) {
    const started = performance.now();
    let checks = 0;
    try {
      await run((what, check) => {
        checks += 1;
        return this.#check(`${name}: ${what}`, check);
      });
      if (!checks) throw new Error("nothing was checked");
    } catch (error) {
      this.#print(`${name}: the step itself`, error);
    }
    console.log(`        ${name} took ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }

  /** `check` may return a remark for the line. */
  async #check(name, check) {
    try {
      const remark = await check();
      this.#print(remark === undefined ? name : `${name} (${remark})`);
    } catch (error) {
      this.#print(name, error);
    }
  }

  #print(line, error) {
    if (error) {
      this.failed += 1;
      console.log(`FAILED  ${line}\n${(error.stack ?? String(error)).replace(/^/gm, "        ")}`);
    } else {
      this.passed += 1;
      console.log(`ok      ${line}`);
    }
  }
}
