// The timed cases of each point. Creating them first checks every contender's results.

import { draft, validate } from "iyzico-reversals";

import { agreeOnAnswers, agreeOnRequests } from "./agreement.mjs";
import { byHandWeb } from "./by-hand-web.mjs";
import { iyzico, noble, ours, webCrypto } from "./contenders.mjs";
import { answer, longer, path, refund } from "./merchant.mjs";

/** Ours first, then by hand, then those that only some runtimes have, then those that all have. */
export async function casesOf(point, others = []) {
  const contenders = [ours, byHandWeb, ...others, webCrypto, noble];
  for (const { prepare } of contenders) await prepare?.();
  return POINTS[point](contenders);
}

const POINTS = {
  async build(contenders) {
    await agreeOnRequests(contenders, refund);
    return contenders.map(({ name, build }) => ({ name, run: () => build(refund) }));
  },

  async read(contenders) {
    await agreeOnAnswers(contenders, refund);
    // Each reads against its own request: by hand that holds the params, ours is plain data.
    const requests = await Promise.all(contenders.map(({ build }) => build(refund)));
    return contenders.map(({ name, verifies }, at) => ({ name, run: () => verifies(requests[at], answer) }));
  },

  async parts(contenders) {
    const long = longer(10);
    const turkish = longer(10, "ş");
    await agreeOnRequests(contenders, long);
    await agreeOnRequests(contenders, turkish);
    const checked = draft("refund", refund);
    const { body } = ours.build(refund);
    const factor = (ours.build(long).body.length / body.length).toFixed(1);
    return [
      { name: "refund()", run: () => iyzico.refund(refund) },
      { name: "validate() alone", run: () => validate("refund", refund) },
      { name: "draft() alone", run: () => draft("refund", refund) },
      { name: "sign() of a draft", run: () => iyzico.sign(checked) },
      { name: `refund(), body ${factor} times as long`, run: () => iyzico.refund(long) },
      { name: `refund(), body ${factor} times as long, in Turkish letters`, run: () => iyzico.refund(turkish) },
      { name: "authorize() over the same body, which checks no field", run: () => iyzico.authorize({ method: "POST", path, body }) },
    ];
  },
};
