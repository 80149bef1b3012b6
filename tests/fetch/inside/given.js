// Arguments that JSON can't represent.

export const values = { NaN, Infinity, undefined, counted: countedSignal() };

/** A signal that says how many listeners it has. */
function countedSignal() {
  const { signal } = new AbortController();
  const listeners = new Set();
  return {
    aborted: false,
    listeners,
    addEventListener(type, listener) {
      listeners.add(listener);
      signal.addEventListener(type, listener);
    },
    removeEventListener(type, listener) {
      listeners.delete(listener);
      signal.removeEventListener(type, listener);
    },
  };
}

/** What a listener does with an event after recording it. */
export const listeners = {
  throws() {
    throw new Error("the listener's own");
  },
  async rejects() {
    throw new Error("the listener's own");
  },
};

/** Values that are no request. */
export const requests = {
  undefined: () => undefined,
  throwing: () => ({
    get operation() {
      throw new Error("a getter's own");
    },
  }),
};

/** A caller's own. */
export const fetches = {
  host: globalThis.fetch,
  wrapped: (url, init) => fetch(url, init),
  // The text as it was signed, and nothing that this runtime needs for its own fetch.
  asMade: async (url, { method, body, redirect, signal, duplex }) =>
    new Response([method, typeof body, redirect, signal.aborted, duplex, new URL(url).pathname].join(" ")),
  throws() {
    throw new Error("fetch's own");
  },
  rejects: async () => {
    throw undefined;
  },
  never: () => new Promise(() => {}),
  // Without the signal that ends it.
  deaf: (url, { signal: _, ...init }) => fetch(url, init),
  async late(url, { signal: _, ...init }) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    return fetch(url, init);
  },
  text: async () => "text",
  nothing: async () => undefined,
  empty: async () => ({}),
  statusAsText: async () => ({ status: "200", body: null }),
  parsed: async () => ({ status: 200, body: { status: "success" } }),
  error: async () => Response.error(),
  textStream: async () => new Response(streamOf("text")),
  badStream: async () => ({ status: 200, body: { getReader: () => ({ read: () => 5 }) } }),
  throwingStatus: async () => ({
    get status() {
      throw new Error("a getter's own");
    },
  }),
  async consumed() {
    const response = new Response("text");
    await response.text();
    return response;
  },
  followed: async () => Object.defineProperty(new Response("elsewhere"), "redirected", { value: true }),
};

function streamOf(chunk) {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(chunk);
      controller.close();
    },
  });
}
