// One call of the provider's API from request to answer: fault, caller, rules, answer, journal.

import { readCall } from "./call.mjs";
import { Refusal } from "./errors.mjs";
import { sendJson } from "./wire.mjs";

/** Serves one request of a provider route and returns its journal entry. */
export function exchange(route, request, res, world) {
  const call = readCall(request, route.host.readBody);
  const fault = world.faults.take(call, route.host.faults);
  const movementsBefore = movementCount(world);
  const { answer, caller, done } = fault?.carriedOut === false ? { answer: null, done: "nothing" } : carryOut(route, call, world);
  const sent = fault?.change ? fault.change({ answer, route, call, caller, world, arg: fault.arg }) : answer;

  if (fault?.send) fault.send(res, sent, fault.arg);
  else sendJson(res, sent.httpStatus, sent.fields);

  return world.journal.add(call, {
    done,
    moneyMoved: movementCount(world) > movementsBefore,
    fault: fault ? [fault.name, fault.arg].filter(Boolean).join(":") : null,
  });
}

function carryOut(route, call, world) {
  const { authenticate, unreadable, failure } = route.host;
  let caller;
  try {
    caller = authenticate(call, world);
    if (!call.isReadable) throw new Refusal(unreadable);
    return { caller, done: "success", answer: { httpStatus: 200, fields: route.carryOut(call, caller, world) } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, field } = error;
    return { caller, done: `failure ${code}`, answer: failure(code, call, world, { field, echoed: route.echoed }) };
  }
}

const movementCount = ({ books, sales }) => books.movementCount + sales.movementCount;
