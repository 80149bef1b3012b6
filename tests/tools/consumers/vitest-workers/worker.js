import { Iyzico } from "iyzico-reversals";
import { exchange } from "iyzico-reversals/fetch";
import { sign } from "iyzico-reversals/testing";

import { shop } from "../shop.js";

export default {
  async fetch(incoming) {
    return Response.json(await shop({ Iyzico, exchange, sign }, await incoming.json()));
  },
};
