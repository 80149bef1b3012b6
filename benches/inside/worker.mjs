// A Worker, whose clock stands still while it computes: whoever asks for so many calls has the watch.

import { repeat } from "./repeat.mjs";
import { thingsOf } from "./things.mjs";

const known = {};

export default {
  async fetch(request) {
    const { searchParams: asked } = new URL(request.url);
    const things = (known[asked.get("point")] ??= await thingsOf(asked.get("point")));
    if (asked.has("at")) await repeat(things[Number(asked.get("at"))].run, Number(asked.get("count")));
    return Response.json(things.map(({ name }) => name));
  },
};
