// shop.js with types. Neither DOM nor Node types are needed.

import type { Answer, Iyzico, IyzicoConfig, Params } from "iyzico-reversals";
import type { ExchangeResponse, exchange } from "iyzico-reversals/fetch";
import type { sign } from "iyzico-reversals/testing";

export interface Entries {
  readonly Iyzico: typeof Iyzico;
  readonly exchange: typeof exchange;
  readonly sign: typeof sign;
}

export interface Task {
  readonly config: IyzicoConfig;
  readonly params: Params["refund"];
  readonly answers: readonly Answer[];
}

export async function shop({ Iyzico, exchange, sign }: Entries, { config, params, answers }: Task): Promise<object> {
  const iyzico = new Iyzico(config);
  const request = iyzico.refund(params);
  const outcomes = answers.map((answer) => iyzico.read(request, answer));
  iyzico.free();
  return { request, outcomes, received: await exchange(request, { fetch: answering() }), signature: sign("secret", "iş") };
}

function answering(): () => Promise<ExchangeResponse> {
  const parts = [Uint8Array.of(0x69, 0xc5), Uint8Array.of(0x9f)];
  const reader = { read: async () => ({ done: !parts.length, value: parts.shift() }), cancel: async () => {} };
  return async () => ({ status: 200, body: { getReader: () => reader } });
}
