// The caller's own fetch, which `exchange` trusts: it sends refunds in pages too.

import { deepEqual, equal, ok } from "node:assert/strict";

import { ANSWER } from "../server.mjs";

export function ownFetch({ runtime, server, merchant }) {
  const own = (fetch, verify, options = {}, way = "answer") => {
    const { id, request } = merchant.refund(server.origin, way);
    return {
      name: `a caller's own fetch: ${fetch}`,
      probes: { sent: { request, options: { fetch, ...options } } },
      verify: ({ sent }) => verify(sent, { id, request }),
    };
  };
  const failed = (reason) => ({ answer, events }) => {
    equal(answer, null);
    deepEqual(events.map(({ type, reason }) => [type, reason]), [["sent", undefined], ["failed", reason]]);
  };
  const timedOut = ({ answer, events }) => {
    equal(answer, null);
    deepEqual(events.map(({ type }) => type), ["sent", "timed-out"]);
  };
  return [
    own("asMade", ({ answer }) => equal(answer.text, "POST string manual false  /answer/payment/refund")),
    own("wrapped", ({ answer }, { id }) => {
      equal(answer.text, ANSWER);
      equal(server.arrivalsOf(id).length, 1);
    }),
    // The runtime's own is not the caller's.
    own("host", ({ answer }, { id }) => {
      equal(answer, null);
      equal(server.arrivalsOf(id).length, runtime.refuses ? 0 : 1);
    }, {}, "close"),
    own("throws", failed("no-response")),
    own("rejects", failed("no-response")),
    own("never", timedOut, { timeoutMs: 100 }),
    ...["deaf", "late"].map((name) => own(name, (result, { id }) => {
      timedOut(result);
      ok(server.wasClosed(server.arrivalsOf(id)[0]), "the connection is still open");
    }, { timeoutMs: 100 }, "endless")),
    ...["text", "nothing", "empty", "statusAsText", "parsed", "error", "throwingStatus"].map((name) => own(name, failed("not-a-response"))),
    ...["textStream", "badStream", "consumed"].map((name) => own(name, failed("broken-off"))),
    own("followed", ({ answer }, { request }) => {
      equal(answer.status, 0);
      equal(merchant.reason(request, answer), "redirect");
    }),
  ];
}
