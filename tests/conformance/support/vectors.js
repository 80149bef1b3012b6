// Reads the vectors that Rust and JavaScript share (tests/vectors/).

import { token } from "./samples.js";

/**
 * `base` with changed members: `{ json: "5.00" }` is a value with exactly this spelling (write it with `answerText`),
 * `{ absent: true }` removes the member, `{ sent: "price" }` is what the request sent.
 */
export function changed(base, changes = {}, sent = {}) {
  const members = { ...base };
  for (const [name, change] of Object.entries(changes)) {
    if (typeof change?.json === "string") members[name] = token(change.json);
    else if (typeof change?.sent === "string") members[name] = sent[change.sent];
    else if (change?.absent === true) delete members[name];
    else members[name] = change;
  }
  return members;
}
