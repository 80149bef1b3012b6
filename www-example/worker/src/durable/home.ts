// A Durable Object as the desk's home: its storage holds the book, its alarm is the wake-up.

import type { RefundName } from "iyzico-reversals";

import { callBy } from "../call.js";
import type { Env } from "../env.js";
import type { Home } from "../ledger/home.js";
import { Ledger } from "../ledger/ledger.js";
import { misconfigured, stopped, type Refusal } from "../refusal.js";
import { settingsOf } from "../settings.js";

export function homeOf<O extends RefundName>({ storage }: DurableObjectState, env: Env): Home<O> {
  const settings = settingsOf(env);
  const { clock } = settings;
  return {
    book: new Ledger<O>(storage),
    clock,
    settings,
    call: callBy(clock),
    wake: (at) => (at === null ? storage.deleteAlarm() : storage.setAlarm(clock.alarmAt(at))),
    saved: () => storage.sync(),
    stop: () => whyStopped(env),
  };
}

/** Why nothing may be sent now, or `null`. A switch that can't be asked counts as off. */
async function whyStopped(env: Env): Promise<Refusal | null> {
  const { problems, isSendingOn } = settingsOf(env);
  if (problems.length > 0) return misconfigured(problems);
  if (!isSendingOn) return stopped("SENDING is off");
  try {
    const { stop } = await env.SENDING_SWITCH.getByName("desk").state();
    return stop && stopped(`by ${stop.by}, because ${stop.reason}`);
  } catch (error) {
    console.error("the switch can't be asked", error);
    return stopped("its switch can't be asked");
  }
}
