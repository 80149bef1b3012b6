/** Calls `run` so many times, one after the other. */
export async function repeat(run, times) {
  for (let done = 0; done < times; done++) {
    const made = run();
    if (made instanceof Promise) await made;
  }
}
