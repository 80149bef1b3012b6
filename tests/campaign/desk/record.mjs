// The desk's final state of every refund, once nothing changes any more without a person.

import { setTimeout as wait } from "node:timers/promises";

const MINUTE = 60_000;
/** States that read-back may still settle. */
const isOpen = ({ state, hindrance }) => ["sending", "checking"].includes(state) || hindrance?.reason === "too-early";
const AT_ONCE = 12;
const LOOKS = 10;
const MOST_READS = 50;
/** The desk gives up after thirty-five minutes; a busy machine may need more. */
const PATIENCE_MS = 180 * MINUTE;

/** An intent's state and reason, for counting. */
export const wordsOf = ({ state, readBack, hindrance }) => `${state}, ${readBack?.reason ?? hindrance?.reason ?? "never asked"}`;

/** Waits until nothing is open. People settle the intents left to them (ambiguous, or a failure that iyzico leaves open), except those that `isLeft`. */
export async function settleAll({ site, groups, people, isLeft }) {
  const end = site.now() + PATIENCE_MS;
  await eachOf(groups, async (debts) => {
    for (;;) {
      await look(site, debts);
      const seen = await readAll(site, debts);
      if (!seen.some(({ intent }) => intent && isOpen(intent)) || site.now() > end) break;
      await site.pass(3 * MINUTE);
    }
    for (const { intent, path } of await readAll(site, debts)) {
      if (!intent || intent.settleableFrom === null) continue;
      people.reasons.set(path, wordsOf(intent));
      if (!isLeft(path)) await people.settle(intent, path);
    }
    await look(site, debts);
  });
}

/** Each attempt with its intent; `null` when the desk has none. */
export async function recordOf({ site, groups }) {
  const record = new Map();
  await eachOf(groups, async (debts) => {
    for (const { attempt, intent } of await readAll(site, debts)) record.set(attempt.name, intent);
  });
  return record;
}

/** All that happened to these intents. */
export async function eventsOf({ site, groups, record }) {
  const events = [];
  await eachOf(groups, async (debts) => {
    for (const { name, path } of debts.flatMap(({ attempts }) => attempts)) {
      const intent = record.get(name);
      if (!intent || intent.settledBy === "answer") continue;
      events.push(...(await read(site, `${path}/events`)).events);
    }
  });
  return events;
}

/** Opening a payment makes the desk check all its intents again. */
async function look(site, [{ path }]) {
  for (let tries = 0; tries < LOOKS; tries += 1) {
    const answer = await site.clerks[0].get(path);
    if (answer?.status === 200) return;
    await wait(50);
  }
}

async function readAll(site, debts) {
  const attempts = debts.flatMap((debt) => debt.attempts);
  return Promise.all(attempts.map(async (attempt) => ({ attempt, path: attempt.path, intent: await read(site, attempt.path) })));
}

/** The body of the answer, or null if the desk has no such thing. */
async function read(site, path) {
  for (let tries = 0; tries < MOST_READS; tries += 1) {
    const answer = await site.clerks[0].get(path);
    if (answer?.status === 200) return answer.body;
    if (answer?.status === 404) return null;
    await wait(200);
  }
  throw new Error(`the desk does not answer for ${path}`);
}

/** Calls a function for each, several at once. */
export async function eachOf(list, work, atOnce = AT_ONCE) {
  let next = 0;
  const lane = async () => {
    while (next < list.length) await work(list[next++]);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}
