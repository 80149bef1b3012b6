// Counts the assertions of a campaign.

let [passed, failed] = [0, 0];

export function check(name, holds, detail = "") {
  if (holds) passed += 1;
  else failed += 1;
  if (!holds) console.log(`✗ ${name}${detail}`);
}

/** Checks that nothing was found. */
export function none(name, found) {
  check(name, found.length === 0, `: ${found.slice(0, 10).join(", ")}${found.length > 10 ? ` and ${found.length - 10} more` : ""}`);
}

/** Prints the count, and ends the program with it. */
export function conclude() {
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}
