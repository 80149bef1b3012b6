// Prints the times of one point: node speed.mjs build | read | parts

import { draft, validate } from "iyzico-reversals";

import { agreeOnAnswers, agreeOnRequests } from "./agreement.mjs";
import { contenders, iyzico, ours } from "./contenders.mjs";
import { answer, longer, refund } from "./merchant.mjs";
import { inRounds } from "./rounds.mjs";

const POINTS = {
  async build() {
    await agreeOnRequests(refund);
    return inRounds(contenders.map(({ name, build }) => ({ name, run: () => build(refund) })));
  },

  async read() {
    const request = ours.build(refund);
    await agreeOnAnswers(request);
    return inRounds(contenders.map(({ name, verifies }) => ({ name, run: () => verifies(request, answer) })));
  },

  async parts() {
    const long = longer(10);
    const turkish = longer(10, "ş");
    await agreeOnRequests(long);
    await agreeOnRequests(turkish);
    const checked = draft("refund", refund);
    const factor = (ours.build(long).body.length / ours.build(refund).body.length).toFixed(1);
    return inRounds([
      { name: "refund()", run: () => iyzico.refund(refund) },
      { name: "validate() alone", run: () => validate("refund", refund) },
      { name: "draft() alone", run: () => draft("refund", refund) },
      { name: "sign() of a draft", run: () => iyzico.sign(checked) },
      { name: `refund(), body ${factor} times as long`, run: () => iyzico.refund(long) },
      { name: `refund(), body ${factor} times as long, in Turkish letters`, run: () => iyzico.refund(turkish) },
    ]);
  },
};

console.log(JSON.stringify(await POINTS[process.argv[2]]()));
