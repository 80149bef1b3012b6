// One suite for every runtime: no import from outside, no API that one of them lacks.

import { amounts } from "./amounts.js";
import { answers } from "./answers.js";
import { attacks } from "./attacks.js";
import { audit } from "./audit.js";
import { authorize } from "./authorize.js";
import { balance } from "./balance.js";
import { cases } from "./cases.js";
import { choices } from "./choices.js";
import { config } from "./config.js";
import { doubts } from "./doubts.js";
import { drafts } from "./drafts.js";
import { earlierDrafts } from "./earlier-drafts.js";
import { errorCodes } from "./error-codes.js";
import { fakes } from "./fakes.js";
import { fields } from "./fields.js";
import { Input } from "./support/input.js";
import { lifetime } from "./lifetime.js";
import { limits } from "./limits.js";
import { lineBreaks } from "./line-breaks.js";
import { login } from "./login.js";
import { messages } from "./messages.js";
import { newlines } from "./newlines.js";
import { notText } from "./not-text.js";
import { objects } from "./objects.js";
import { outcomes } from "./outcomes.js";
import { paymentDetails } from "./payment-details.js";
import { pictures } from "./pictures.js";
import { precheck } from "./precheck.js";
import { reconcile } from "./reconcile.js";
import { reconcileTimes } from "./reconcile-times.js";
import { refundable } from "./refundable.js";
import { requests } from "./requests.js";
import { reversals } from "./reversals.js";
import { keys } from "./support/samples.js";
import { schemas } from "./schemas.js";
import { secrets } from "./secrets.js";
import { signing } from "./signing.js";
import { similarIds } from "./similar-ids.js";
import { simulatorDay } from "./simulator.js";
import { terminalAnswers } from "./terminal-answers.js";
import { terminalFields } from "./terminal-fields.js";
import { terminalReconcile } from "./terminal-reconcile.js";
import { terminalRequests } from "./terminal-requests.js";
import { terminalSale } from "./terminal-sale.js";
import { terminalScenario } from "./terminal-scenario.js";
import { texts } from "./texts.js";
import { application, bearer } from "./support/till.js";
import { values } from "./values.js";
import { webhooks } from "./webhooks.js";
import { worlds } from "./worlds.js";

const SUBJECTS = {
  values, amounts, texts, lineBreaks, choices, fields, objects, limits, messages, drafts, schemas,
  config, newlines, requests, signing, authorize, outcomes, answers, notText, doubts, errorCodes, secrets, lifetime,
  terminalFields, terminalSale, terminalRequests, terminalAnswers, terminalReconcile, login, terminalScenario,
  paymentDetails, refundable, pictures, reconcile, reconcileTimes, similarIds, reversals, precheck, earlierDrafts, balance, webhooks, fakes, audit, attacks, cases, worlds, simulatorDay,
};

/**
 * @param pkg the namespace of `iyzico-reversals`
 * @param testing the namespace of `iyzico-reversals/testing`
 * @param {{ vectors: object, fixtures: object, simulator?: object,
 *   environment: { name: string, inspect?: (value: unknown) => string } }} given
 *   published vectors, the issues of wrong params and the cases that once went wrong, worlds drawn at random, bodies by file name, a simulator that this runtime may talk to, and how its console shows a value
 */
export async function conformance(pkg, testing, { vectors, fixtures, simulator, environment }) {
  const tests = [];
  for (const [subject, define] of Object.entries(SUBJECTS)) {
    const test = (name, run) => tests.push({ name: `${subject}: ${name}`, run });
    try {
      const iyzico = new pkg.Iyzico({ ...keys, environment: "sandbox" });
      const terminal = new pkg.IyzicoTerminal({ ...bearer, environment: "sandbox" });
      const terminalLogin = new pkg.IyzicoTerminalLogin({ ...application, environment: "sandbox" });
      const input = new Input(pkg, { iyzico, terminal, login: terminalLogin });
      define({ test, pkg, testing, iyzico, terminal, login: terminalLogin, input, vectors, fixtures, simulator, environment });
    } catch (error) {
      // A subject that cannot even be set up must not hide the others.
      test("set-up", () => { throw error; });
    }
  }

  const failures = [];
  // One after the other: some checks pollute prototypes for a moment.
  for (const { name, run } of tests) {
    try {
      await run();
    } catch (error) {
      failures.push({ name, error: String(error?.stack ?? error) });
    }
  }
  return { passed: tests.length - failures.length, failed: failures.length, failures };
}
