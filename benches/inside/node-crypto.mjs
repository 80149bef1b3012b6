// Signing by hand where there is `node:crypto`.

import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

import { keys, path, signedRequest, signedValues } from "./merchant.mjs";

export const contender = {
  name: "node:crypto",
  build(params) {
    const body = JSON.stringify(params);
    const randomKey = randomBytes(16).toString("hex");
    const signature = createHmac("sha256", keys.secretKey).update(randomKey + path + body).digest("hex");
    return signedRequest(randomKey, signature, body, (inner) => Buffer.from(inner).toString("base64"));
  },
  verifies(_, text) {
    const answer = JSON.parse(text);
    const expected = createHmac("sha256", keys.secretKey).update(signedValues(answer).join(":")).digest();
    return timingSafeEqual(expected, Buffer.from(answer.signature, "hex"));
  },
};
