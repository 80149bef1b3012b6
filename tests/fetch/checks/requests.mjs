// The request arrives as signed; anything else is not sent.

import { deepEqual, equal, ok } from "node:assert/strict";

import { ANSWER } from "../server.mjs";

export async function requests({ runtime, server, merchant, one }) {
  const { origin } = server;
  const terminal = merchant.terminalVoid(origin, "answer");
  const login = await merchant.login(origin, "answer");
  const details = merchant.details(origin, "answer");
  const arrived = ({ id, request }) => {
    const [arrival, ...more] = server.arrivalsOf(id);
    equal(more.length, 0);
    equal(arrival.body, request.body);
    equal(arrival.headers["content-length"], String(Buffer.byteLength(request.body)));
    equal(arrival.headers["transfer-encoding"], undefined);
    for (const [name, value] of Object.entries(request.headers)) equal(arrival.headers[name.toLowerCase()], value, name);
  };
  return [
    one("the bytes that were signed arrive, with their length and headers", "answer", {}, ({ answer, events }, made) => {
      arrived(made);
      deepEqual(answer, { status: 200, text: ANSWER, length: ANSWER.length });
      deepEqual(events.map(({ type }) => type), ["sent", "answered"]);
      equal(events[1].status, 200);
      equal(events[1].operation, made.request.operation);
    }),
    {
      name: "a terminal's request has its token",
      probes: { sent: { request: terminal.request } },
      verify: ({ sent }) => (runtime.refuses ? equal(sent.answer, null) : arrived(terminal)),
    },
    { name: "a login is a Blob", probes: { sent: { request: login.request } }, verify: () => arrived(login) },
    { name: "a GET has no body", probes: { sent: { request: details.request } }, verify: ({ sent }) => equal(sent.answer.status, 200) },
    {
      name: "what is no request is not sent",
      probes: Object.fromEntries(
        [undefined, "undefined", "throwing", null, 5, {}, { ...details.request, url: undefined }, { ...details.request, operation: 5 }, { ...details.request, operation: "refund", body: null }]
          .map((request, i) => [`no request ${i}`, { request }]),
      ),
      verify(results) {
        equal(server.arrivalsOf(details.id).length, 1, "the one before");
        for (const [name, { answer, events }] of Object.entries(results)) {
          equal(answer, null, name);
          ok(events.every(({ type, reason }) => type === "refused" && reason === "request"), name);
        }
      },
    },
  ];
}
