import { Iyzico } from "iyzico-reversals";

import { refund } from "../../../shop.js";

export async function POST(incoming) {
  return Response.json({ ...refund(Iyzico, await incoming.json()), runtime: globalThis.EdgeRuntime });
}
