// The checks of `exchange` in every runtime: probes run inside the runtime, and a check judges their results.

import { equal } from "node:assert/strict";

import { answers } from "./checks/answers.mjs";
import { bounds } from "./checks/bounds.mjs";
import { node } from "./checks/node.mjs";
import { options } from "./checks/options.mjs";
import { ownFetch } from "./checks/own-fetch.mjs";
import { pages } from "./checks/pages.mjs";
import { requests } from "./checks/requests.mjs";
import { transmission } from "./checks/transmission.mjs";

/** In the order in which their probes run. */
export async function checksFor(runtime, server, merchant) {
  // A page refuses requests that move money, so there the counted requests are questions.
  const request = (way, origin = server.origin) => (runtime.refuses ? merchant.question(origin, way) : merchant.refund(origin, way));
  /** A check of one exchange. */
  const one = (name, way, given, verify) => {
    const made = request(way);
    return { name, probes: { sent: { request: made.request, ...given } }, verify: ({ sent }) => verify(sent, made) };
  };
  const context = { runtime, server, merchant, request, one };
  return [
    ...transmission(context),
    ...(await requests(context)),
    ...answers(context),
    ...bounds(context),
    ...options(context),
    ...ownFetch(context),
    ...(runtime.name.startsWith("node") ? node(context) : []),
    ...(runtime.refuses ? pages(context) : []),
    end(context),
  ];
}

/** Tells the server that connections still open now stay open. */
function end({ server }) {
  const request = { url: `${server.origin}/end`, method: "GET", headers: {}, body: null };
  return { name: "the end is reached", probes: { end: { request, plain: true, afterMs: 300 } }, verify: ({ end }) => equal(end.status, 200) };
}
