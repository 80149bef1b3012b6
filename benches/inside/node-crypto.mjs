// Signing by hand, with node:crypto.

import { timingSafeEqual } from "node:crypto";

import { path, signedRequest, signedValues } from "./merchant.mjs";
import { nodeBase64, nodeHmac, nodeRandomKey } from "./node-signing.mjs";

export const contender = {
  name: "node:crypto",
  build(params) {
    const body = JSON.stringify(params);
    const randomKey = nodeRandomKey();
    const signature = nodeHmac(randomKey + path + body).digest("hex");
    return signedRequest(randomKey, signature, body, nodeBase64);
  },
  verifies(_, text) {
    const answer = JSON.parse(text);
    const expected = nodeHmac(signedValues(answer).join(":")).digest();
    return timingSafeEqual(expected, Buffer.from(answer.signature, "hex"));
  },
};
