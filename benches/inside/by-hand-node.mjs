// The same work by hand, with node:crypto.

import { timingSafeEqual } from "node:crypto";

import { drafted, successOf } from "./by-hand.mjs";
import { path, signedRequest, signedValues } from "./merchant.mjs";
import { nodeBase64, nodeHmac, nodeRandomKey } from "./node-signing.mjs";

export const contender = {
  name: "by hand, node:crypto",
  checksParams: true,
  checksEcho: true,
  build(params) {
    const { asked, body } = drafted(params);
    const randomKey = nodeRandomKey();
    const signature = nodeHmac(randomKey + path + body).digest("hex");
    return { ...signedRequest(randomKey, signature, body, nodeBase64), asked };
  },
  verifies({ asked }, text) {
    const answer = successOf(asked, text);
    if (answer === undefined) return false;
    return timingSafeEqual(nodeHmac(signedValues(answer).join(":")).digest(), Buffer.from(answer.signature, "hex"));
  },
};
