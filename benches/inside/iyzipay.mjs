// The official SDK up to its HTTP call: the steps of its `_request`, in order.

import Iyzipay from "iyzipay";
import iyzipayUtils from "iyzipay/lib/utils.js";

import { keys, origin, signedValues } from "./merchant.mjs";

const { refund } = new Iyzipay({ ...keys, uri: origin });

export const contender = {
  name: "iyzipay",
  build(params) {
    refund._config.body = params;
    refund._preparePath("create");
    return {
      method: refund._getMethod("create"),
      url: refund._getUrl("create"),
      headers: refund._getHttpHeaders("create"),
      query: refund._getQueryString("create"),
      // Its HTTP client writes the object as JSON.
      body: JSON.stringify(refund._getBody("create")),
    };
  },
  // Its own helper; the comparison is left to the caller.
  verifies(_, text) {
    const answer = JSON.parse(text);
    return iyzipayUtils.calculateHmacSHA256Signature(signedValues(answer), keys.secretKey) === answer.signature;
  },
};
