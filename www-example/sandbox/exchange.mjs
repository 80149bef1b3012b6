// A call of iyzico's API from request to answer: fault, caller, rules, answer, journal. Some are carried out later.

import { readCall } from "./call.mjs";
import { CODE, describe, Refusal } from "./errors.mjs";
import { FAULTS_OF, readFault } from "./fault-queue.mjs";
import { sendJson } from "./wire.mjs";

/** Serves one request of a provider route and notes it in the journal. */
export function exchange(route, request, res, world) {
  const now = world.now();
  // On a fast clock, a pause of the machine counts as minutes of network delay. A caller on the same clock sends its time to rule that out.
  const time = Math.min(timeIn(request.headers["x-sandbox-time"]) ?? now, now);
  world.at(time, () => serve(route, request, res, world));
}

function serve(route, request, res, world) {
  world.landings.carryOutDue();
  const call = timed(readCall(request, route.host.readBody), world);
  const fault = world.faults.take(call, route.host.side) ?? faultByChance(route, call, world);
  const movementsBefore = movementCount(world);
  const { answer, caller, done } = dealWith(fault, route, call, world);
  const sent = fault?.change ? fault.change({ answer, route, call, caller, world, arg: fault.arg }) : answer;

  if (fault?.send) fault.send(res, sent, fault.arg);
  else sendJson(res, sent.httpStatus, sent.fields);

  const entry = world.journal.add(call, {
    done,
    moneyMoved: movementCount(world) > movementsBefore,
    fault: fault ? [fault.name, fault.arg].filter(Boolean).join(":") : null,
  });
  const refusal = fault?.leavesRow && !fault.carriedOut ? sent : answer;
  if (done === "later") landLater({ fault, route, call, caller, world, entry });
  else if (isRefusal(refusal)) keepAttempt(route, call, world, { end: "refused", endedAt: world.now(), error: errorOf(refusal) });
  world.log(entry);
}

// Only the sender knows when it was sent; without a header, it is the time of arrival.
function timed(call, { now }) {
  const arrivedAt = now();
  return { ...call, sentAt: Math.min(timeIn(call.headers["x-sandbox-sent-at"]) ?? arrivedAt, arrivedAt) };
}

const timeIn = (header = "") => (/^\d{1,15}$/.test(header) ? Number(header) : null);

function faultByChance(route, call, { unkind }) {
  const { side } = route.host;
  if (side === "list") return asFault(unkind.listFaultFor(call.path, call.query.toString()), side);
  if (!route.movesMoney) return null;
  const name = call.field("transactionReferenceId") ?? call.field("conversationId") ?? call.body.toString("utf8");
  return asFault(unkind.faultFor(side, call.path, name), side);
}

const asFault = (text, side) => text && readFault(text, FAULTS_OF[side]);

/** Carries the request out now, later, for its answer only, or not at all, depending on the fault. */
function dealWith(fault, route, call, world) {
  if (fault?.carriedOut === false && !fault.rehearsed) return { answer: null, done: "nothing" };
  let caller;
  const { answer, done } = answering(route, call, world, () => {
    caller = admit(route, call, world);
    if (fault?.carriedOut === "later") return null;
    return fault?.rehearsed ? rehearse(world, () => carryOut(route, call, caller, world)) : carryOut(route, call, caller, world);
  });
  const isToBeDone = fault?.rehearsed ? "nothing" : fault?.carriedOut === "later" ? "later" : done;
  return { caller, answer, done: done === "success" ? isToBeDone : done };
}

/** The answer of `work`, or the failure if a rule refuses. */
function answering(route, call, world, work) {
  try {
    return { done: "success", answer: work() };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, field } = error;
    return { done: `failure ${code}`, answer: route.host.failure(code, call, world, { field, echoed: route.echoed }) };
  }
}

/** The caller; throws if the request can't be served. */
function admit({ host }, call, world) {
  const caller = host.authenticate(call, world);
  if (!call.isReadable) throw new Refusal(host.unreadable);
  return caller;
}

function carryOut(route, call, caller, world) {
  return route.ask ? route.ask(call, caller, world) : { httpStatus: 200, fields: route.carryOut(call, caller, world) };
}

function rehearse({ books, sales }, work) {
  return books.rehearse(() => sales.rehearse(work));
}

/** Lets the rules decide at the time of the landing. What moves then is this request's. */
function landLater({ fault, route, call, caller, world, entry }) {
  const at = world.unkind.landsAt({ now: world.now(), sentAt: call.sentAt, after: fault.lateBy(fault.arg) });
  const { group, message } = describe(CODE.bankTimeout, call.locale);
  const attempt = keepAttempt(route, call, world, { error: { code: CODE.bankTimeout, group, message } });
  const { number, path, conversationId } = world.journal.amend(entry, { landsAt: new Date(at).toISOString() });
  const land = () => {
    const movementsBefore = movementCount(world);
    const { answer, done } = answering(route, call, world, () => carryOut(route, call, caller, world));
    if (attempt) Object.assign(attempt, { endedAt: at, ...(isRefusal(answer) ? { end: "refused", error: errorOf(answer) } : { end: "landed" }) });
    const moneyMoved = movementCount(world) > movementsBefore;
    world.log(world.journal.amend(entry, { done, moneyMoved, landedAt: new Date(at).toISOString() }));
  };
  world.landings.add({ at, land, path, conversationId, request: number });
}

/** Keeps the record of a request for the read-back; null if its payment doesn't exist. */
function keepAttempt(route, call, world, outcome) {
  if (!route.attemptOf) return null;
  try {
    const { payment, ...attempt } = route.attemptOf(call, admit(route, call, world), world);
    return world.books.addAttempt(payment, { ...attempt, ...outcome });
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

const isRefusal = (answer) => answer?.fields.errorCode !== undefined && String(answer.fields.status).toLowerCase() === "failure";

const errorOf = ({ fields: { errorCode, errorGroup, errorMessage } }) => ({ code: errorCode, group: errorGroup, message: errorMessage });

const movementCount = ({ books, sales }) => books.movementCount + sales.movementCount;
