// One call of the provider's API from request to answer: fault, signature, rules, answer, journal.

import { failure } from "./answers.mjs";
import { readCall } from "./call.mjs";
import { CODE, Refusal } from "./errors.mjs";
import { sendJson } from "./wire.mjs";

/** Serves one request of a provider route and returns its journal entry. */
export function exchange(route, request, res, world) {
  const call = readCall(request);
  const fault = world.faults.take(call);
  const movementsBefore = world.books.movementCount;
  const { answer, merchant } = fault?.carriedOut === false ? { answer: null } : carryOut(route, call, world);
  const sent = fault?.change ? fault.change({ answer, route, call, merchant, world, arg: fault.arg }) : answer;

  if (fault?.send) fault.send(res, sent, fault.arg);
  else sendJson(res, sent.httpStatus, sent.fields);

  return world.journal.add(call, {
    done: answer ? resultOf(answer) : "nothing",
    moneyMoved: world.books.movementCount > movementsBefore,
    fault: fault ? [fault.name, fault.arg].filter(Boolean).join(":") : null,
  });
}

function carryOut(route, call, world) {
  let merchant;
  try {
    merchant = route.authenticate(call, world.books.merchants);
    if (!call.isReadable) throw new Refusal(CODE.invalidRequest);
    return { merchant, answer: { httpStatus: 200, fields: route.carryOut(call, merchant, world) } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { merchant, answer: failure(error.code, call, world, error.field) };
  }
}

const resultOf = ({ fields }) => (fields.status === "success" ? "success" : `failure ${fields.errorCode}`);
