// Which answers are returned, and which count as none.

import { deepEqual, equal, ok } from "node:assert/strict";

export function answers({ runtime, server, merchant, request, one }) {
  const broken = (name, way, reason) =>
    one(`no answer: ${name}`, way, {}, ({ answer, events }, { id }) => {
      equal(answer, null);
      ok(server.arrivalsOf(id).length > 0, "it has not arrived");
      deepEqual(events.map(({ type }) => type), ["sent", "failed"]);
      equal(events[1].reason, reason);
    });
  const redirected = ({ answer }, { request }) => {
    equal(server.arrivals.some(({ path }) => path === "/answer/moved"), false);
    equal(answer.status, runtime.refuses ? 0 : 307);
    equal(answer.text, runtime.refuses ? "" : "moved");
    equal(merchant.reason(request, answer), "redirect");
  };
  const unsaid = request("moved");
  return [
    one("a redirect is not followed", "moved", {}, redirected),
    {
      name: "a redirect is not followed though the request does not say so",
      probes: { sent: { request: { ...unsaid.request, redirect: undefined } } },
      verify: ({ sent }) => redirected(sent, unsaid),
    },
    one("an empty answer", "empty", {}, ({ answer }) => deepEqual(answer, { status: 200, text: "", length: 0 })),
    one("a text that is no UTF-8 keeps its BOM", "not-utf8", {}, ({ answer }) => equal(answer.text, "\uFEFFa\uFFFDb\uFFFD")),
    broken("half of it came", "half", "broken-off"),
    broken("half of its chunks came", "half-chunked", "broken-off"),
    {
      name: "no answer: nobody listens",
      probes: { sent: { request: request("answer", server.deadOrigin).request } },
      verify: ({ sent }) => deepEqual([sent.answer, sent.events[1].reason], [null, "no-response"]),
    },
    broken("it is no HTTP", "garbage", "no-response"),
  ];
}
