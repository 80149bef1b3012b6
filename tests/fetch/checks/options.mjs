// Wrong options send nothing; listeners disturb nothing.

import { deepEqual, equal } from "node:assert/strict";

import { ANSWER } from "../server.mjs";

export function options({ server, one }) {
  const refused = (given, reason) =>
    one(`wrong options: ${JSON.stringify(given)}`, "answer", { options: given }, ({ answer, events }, { id }) => {
      equal(answer, null);
      deepEqual(events.map(({ type, reason, message }) => [type, reason, typeof message]), reason ? [["refused", reason, "string"]] : []);
      equal(server.arrivalsOf(id).length, 0);
    });
  const answered = ({ answer }) => equal(answer.text, ANSWER);
  return [
    ...[0, 0.5, -1, 140_001, "5", null, { name: "NaN" }, { name: "Infinity" }].map((timeoutMs) => refused({ timeoutMs }, "timeoutMs")),
    ...[{}, null, true, { aborted: false }, { aborted: false, addEventListener() {} }].map((signal) => refused({ signal }, "signal")),
    ...[5, null, {}].map((fetch) => refused({ fetch }, "fetch")),
    // No listener is left to hear of these.
    refused({ onEvent: 5 }, undefined),
    refused({ all: 5 }, undefined),
    refused({ all: null }, undefined),
    one("the limits of timeoutMs", "answer", { options: { timeoutMs: 140_000 } }, answered),
    one("options that are undefined", "answer", { options: { timeoutMs: { name: "undefined" }, signal: { name: "undefined" } } }, answered),
    one("a signal that is left behind", "answer", { options: { signal: { name: "counted" } } }, (result) => {
      answered(result);
      equal(result.listeners, 0);
    }),
    one("a listener that throws", "answer", { options: { onEvent: "throws" } }, answered),
    one("a listener that rejects", "answer", { options: { onEvent: "rejects" } }, answered),
  ];
}
