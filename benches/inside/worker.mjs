// A Worker. Its clock stands still while it computes, so the client times a batch of calls.

import { repeat } from "./repeat.mjs";
import { casesOf } from "./cases.mjs";

const known = {};

export default {
  async fetch(request) {
    const { searchParams: asked } = new URL(request.url);
    const cases = (known[asked.get("point")] ??= await casesOf(asked.get("point")));
    if (asked.has("at")) await repeat(cases[Number(asked.get("at"))].run, Number(asked.get("count")));
    return Response.json(cases.map(({ name }) => name));
  },
};
