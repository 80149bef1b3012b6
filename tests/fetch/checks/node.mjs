// Runtimes that look like Node but have another fetch, and the reverse.

import { equal } from "node:assert/strict";

export function node({ server, merchant }) {
  const marked = (name, marks, arrivals) => {
    const { id, request } = merchant.refund(server.origin, "close");
    return {
      name: `${name} ${arrivals ? "sends" : "refuses"}`,
      probes: { sent: { request, marks } },
      verify({ sent }) {
        equal(server.arrivalsOf(id).length, arrivals);
        if (!arrivals) equal(sent.events[0].reason, "resends");
      },
    };
  };
  return [
    marked("Node with the globals of a page, as of jsdom,", { window: {}, document: {}, navigator: { userAgent: "Mozilla/5.0 jsdom" } }, 1),
    marked("Electron's own process", { process: { type: "browser" } }, 1),
    marked("Electron's page", { process: { type: "renderer" } }, 0),
    marked("NW.js", { process: { versions: { node: "24.0.0", nw: "0.100.0" } } }, 0),
    marked("a WebContainer", { process: { versions: { node: "24.0.0", webcontainer: "1.0.0" } } }, 0),
  ];
}
