// Bodies that the official SDK would send, from its request models.

import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const lib = "iyzipay/lib";

export const utils = require(`${lib}/utils.js`);

const MODELS = {
  refund: "CreateRefundRequest",
  refundV2: "CreateRefundV2Request",
  cancel: "CreateCancelRequest",
  refundToBalance: "CreateRefundToBalanceInitRequest",
};

/** The operations that both have. */
export const SHARED = Object.keys(MODELS);

/** The text of its body. */
export function officialBody(operation, params) {
  const Model = require(`${lib}/requests/${MODELS[operation]}.js`);
  return JSON.stringify(new Model(params).toJson());
}
