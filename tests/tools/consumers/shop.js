// The task of every consumer: requests a refund, reads the possible answers, and uses the other entries.

export async function shop({ Iyzico, exchange, sign }, { config, params, answers }) {
  const iyzico = new Iyzico(config);
  const request = iyzico.refund(params);
  const outcomes = answers.map((answer) => iyzico.read(request, answer));
  iyzico.free();
  return { request, outcomes, received: await exchange(request, { fetch: answering() }), signature: sign("secret", "iş") };
}

/** A fake fetch. Its answer comes in two chunks, split within a character. */
function answering() {
  const parts = [Uint8Array.of(0x69, 0xc5), Uint8Array.of(0x9f)];
  const reader = { read: async () => ({ done: !parts.length, value: parts.shift() }), cancel: async () => {} };
  return async () => ({ status: 200, body: { getReader: () => reader } });
}
