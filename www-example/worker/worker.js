// A Worker that refunds: it holds the keys, signs, sends, and says what became of the money.
//
// POST /refund { paymentTransactionId, price, conversationId } -> { request, outcome }
//
// Whoever can call it can refund: put it behind your own sign-in before it leaves your machine.

import { Iyzico } from "iyzico-reversals";

let iyzico;

export default {
  async fetch(call, env) {
    if (call.method !== "POST" || new URL(call.url).pathname !== "/refund") return problem(404, "POST /refund is all there is");
    iyzico ??= new Iyzico({
      apiKey: env.IYZICO_API_KEY,
      secretKey: env.IYZICO_SECRET_KEY,
      environment: env.IYZICO_ENVIRONMENT,
      baseUrl: env.IYZICO_BASE_URL,
    });

    let request;
    try {
      request = iyzico.refund(await call.json());
    } catch (error) {
      if (error.code === "IYZICO_VALIDATION") return Response.json({ issues: error.issues }, { status: 400 });
      if (error instanceof SyntaxError) return problem(400, "the body is not JSON");
      throw error;
    }

    const outcome = await send(request);
    // The headers stay here: with them anyone could send this very refund.
    const { method, url, body, fingerprint } = request;
    return Response.json({ request: { method, url, body, fingerprint }, outcome });
  },
};

async function send(request) {
  try {
    const response = await fetch(request.url, { ...request, signal: AbortSignal.timeout(PATIENCE) });
    return iyzico.read(request, response.status, await response.text());
  } catch {
    // Cut off, refused or timed out: the refund may have happened all the same, so it is not sent again.
    return iyzico.read(request, null, null);
  }
}

function problem(status, message) {
  return Response.json({ problem: message }, { status });
}

// iyzico's own Java SDK waits 140 seconds for a bank.
const PATIENCE = 140_000;
