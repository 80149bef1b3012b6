// What a page refuses.

import { deepEqual } from "node:assert/strict";

export function pages({ server, merchant }) {
  const { request } = merchant.question(server.origin, "answer");
  const operations = merchant.operations();
  const polyfilled = merchant.refund(server.origin, "answer");
  return [
    {
      name: "a page refuses what moves money, and nothing else",
      probes: Object.fromEntries([...operations, "unknown"].map((operation) => [operation, { request: { ...request, operation } }])),
      verify(results) {
        const refused = Object.keys(results).filter((operation) => results[operation].answer === null);
        deepEqual(refused, Object.keys(results).filter((operation) => !merchant.isQuestion(operation)));
        return refused.join(", ");
      },
    },
    {
      name: "a page with a stand-in for Node's process refuses",
      probes: { sent: { request: polyfilled.request, marks: { process: { versions: { node: "20.0.0" }, env: {} } } } },
      verify: ({ sent }) => deepEqual([sent.answer, sent.events[0].reason], [null, "resends"]),
    },
  ];
}
