// POST /refunds               { paymentId, paymentTransactionId, price, conversationId }: refunds an item, once
// GET /refunds/<fingerprint>  what became of it

import { draft, isIyzicoError } from "iyzico-reversals";

export { Refund } from "./refund.js";

export default {
  async fetch(incoming, env) {
    if (!(await isOperator(incoming.headers.get("Authorization"), env))) return new Response(null, { status: 401 });
    const { pathname } = new URL(incoming.url);
    const [, fingerprint] = /^\/refunds\/([0-9a-f]{64})$/.exec(pathname) ?? [];
    if (incoming.method === "GET" && fingerprint) return reply(await env.REFUNDS.getByName(fingerprint).state());
    if (incoming.method !== "POST" || pathname !== "/refunds") return new Response(null, { status: 404 });
    try {
      const { paymentId, ...params } = await incoming.json();
      if (!params.conversationId) return new Response("conversationId: required, one for each refund", { status: 400 });
      draft("paymentDetails", { paymentId }); // checks the id
      const intent = draft("refund", params);
      return reply(await env.REFUNDS.getByName(intent.fingerprint).refund({ intent, paymentId }));
    } catch (error) {
      if (error instanceof SyntaxError) return new Response("not JSON", { status: 400 });
      if (isIyzicoError(error)) return Response.json({ issues: error.issues }, { status: 400 });
      throw error;
    }
  },
};

// Check here who is asking: a token for each operator, and which payments are theirs.
async function isOperator(authorization, { REFUND_TOKEN }) {
  const digest = (text) => crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  const [given, expected] = await Promise.all([digest(authorization ?? ""), digest(`Bearer ${REFUND_TOKEN}`)]);
  return Boolean(REFUND_TOKEN) && crypto.subtle.timingSafeEqual(given, expected);
}

function reply(row) {
  const status = { settled: 200, open: 202, "for-a-person": 202, "not-sent": 409 }[row?.state] ?? 404;
  return Response.json(row ?? null, { status });
}
