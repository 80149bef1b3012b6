/** Calls it so many times, each after the one before has ended. */
export async function repeat(run, times) {
  for (let done = 0; done < times; done++) {
    const made = run();
    if (made instanceof Promise) await made;
  }
}
