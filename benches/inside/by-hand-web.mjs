// The same work by hand, with WebCrypto, which every runtime has.

import { drafted, successOf } from "./by-hand.mjs";
import { path, signedRequest, signedValues } from "./merchant.mjs";
import { prepare, webRandomKey, webSignature, webVerifies } from "./web-signing.mjs";

export const byHandWeb = {
  name: "by hand, WebCrypto",
  checksParams: true,
  checksEcho: true,
  prepare,
  async build(params) {
    const { asked, body } = drafted(params);
    const randomKey = webRandomKey();
    const signature = await webSignature(randomKey + path + body);
    return { ...signedRequest(randomKey, signature, body, btoa), asked };
  },
  async verifies({ asked }, text) {
    const answer = successOf(asked, text);
    return answer !== undefined && (await webVerifies(answer.signature, signedValues(answer).join(":")));
  },
};
