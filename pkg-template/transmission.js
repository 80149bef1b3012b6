// Sends a POST once.
//
// A client may repeat a POST by itself when the server closes the connection without an answer, or answers 421 (the Fetch
// standard requires it). How often one `fetch` of a text arrives if the server reads the whole POST and then closes a reused
// connection / closes a new connection / answers 421:
//
//   Node 20.19, 22.23, 24.21 and 26.9, edge-runtime 4.0    1 / 1 / 2
//   Deno 2.9.5                                             2 / 2 / 1
//   Bun 1.4.5, workerd 2026-10-23                          1 / 1 / 1
//   Chromium 156                                           2 to 3 / 1 / 2
//
// A body that can't be read twice can't be sent twice: in Node and edge-runtime a stream, which is sent like the text if its
// Content-Length is given; in Deno a Blob, whose length Deno knows. Both arrive once in all of these cases, also over TLS and
// HTTP/2. A client without a pool (`poolMaxIdlePerHost: 0`) doesn't help in Deno: the POST still arrives twice when its new
// connection is closed.
//
// Chromium has no such body over HTTP/1.1: a Blob, `keepalive`, `cache` and `credentials` change nothing, and a stream is not sent
// at all (it arrives once over HTTP/2, which a page can't request).

import { TextEncoder } from "./text-codecs.js";

/** Changes a request so that this runtime's own fetch sends it once; `undefined` if nothing ensures that. */
export function sentOnce({ headers, body }) {
  const { Deno, EdgeRuntime, navigator, process } = globalThis;
  if (typeof Deno?.version?.deno === "string") return { body: new Blob([body]) };
  // Vercel's own machines say "vercel". It is not known what they do with the length of a stream.
  if (navigator?.userAgent === "Cloudflare-Workers" || EdgeRuntime === "vercel") return {};
  if (EdgeRuntime === "edge-runtime") return streamed(headers, body);
  // Bundlers replace it in pages by a plain object.
  if (Object.prototype.toString.call(process) !== "[object process]") return undefined;
  if (process.versions.bun) return {};
  return usesNodesFetch(process) ? streamed(headers, body) : undefined;
}

/** Whether fetch is Node's own. Electron's pages, NW.js and WebContainers have a browser's fetch and Node's `process`. */
function usesNodesFetch({ type = "browser", versions }) {
  return Boolean(versions.node) && !versions.nw && !versions.webcontainer && ["browser", "utility"].includes(type);
}

function streamed(headers, text) {
  const bytes = new TextEncoder().encode(text);
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
  return { body, duplex: "half", headers: { ...headers, "Content-Length": String(bytes.length) } };
}
