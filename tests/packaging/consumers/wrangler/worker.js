import { Iyzico } from "iyzico-reversals";

import { refund } from "../shop.js";

export default {
  async fetch(incoming) {
    return Response.json(refund(Iyzico, await incoming.json()));
  },
};
