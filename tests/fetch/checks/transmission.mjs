// One exchange is one transmission, even when the server provokes a retry.

import { deepEqual, equal, ok } from "node:assert/strict";

/** Prints how often the same request arrives from a plain fetch. */
export function transmission({ runtime, server, merchant }) {
  const { origin, newOrigin } = server;
  const ways = [
    { name: "closes a reused connection", way: "close", onReused: true, resends: runtime.resends },
    { name: "resets a reused connection", way: "reset", onReused: true },
    // A page's is not new: it asks first whether it may send to another origin.
    { name: "closes a new connection", way: "close", onNew: true },
    { name: "answers 408 and closes", way: "408", status: 408 },
    { name: "answers 421", way: "421", status: 421, resends: runtime.resendsAfter421 },
  ];
  return ways.map(({ name, way, onReused = false, onNew = false, status, resends }) => {
    const at = onNew ? newOrigin : origin;
    const warm = onReused ? `${origin}/answer` : undefined;
    const [plain, exchanged] = [merchant.refund(at, way), merchant.refund(at, way)];
    return {
      name: `one transmission: the server ${name}`,
      probes: { exchanged: { request: exchanged.request, warm }, plain: { request: plain.request, warm, plain: true } },
      verify({ exchanged: { answer, events } }) {
        const [times, arrivals] = [server.arrivalsOf(plain.id).length, server.arrivalsOf(exchanged.id)];
        // A plain fetch must be repeated here, or this check can't fail.
        if (resends) ok(times > 1, `a plain fetch arrived ${times} times: the trap does not work`);
        if (runtime.refuses) {
          equal(arrivals.length, 0, "arrivals");
          deepEqual(answer, null);
          deepEqual(events.map(({ type, reason }) => [type, reason]), [["refused", "resends"]]);
        } else {
          equal(arrivals.length, 1, "arrivals");
          if (onReused || onNew) equal(arrivals[0].onReused, onReused, "arrived on a reused connection");
          equal(answer?.status, status);
        }
        return `plain fetch ${times}, exchange ${arrivals.length}`;
      },
    };
  });
}
