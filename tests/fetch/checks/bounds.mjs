// Limits of time and size: no connection stays open beyond them.

import { deepEqual, equal, ok } from "node:assert/strict";

const MIB = 1024 * 1024;

export function bounds({ server, merchant, one }) {
  const stopped = (name, way, given, type) =>
    one(name, way, given, ({ answer, events, ms }, { id }) => {
      equal(answer, null);
      deepEqual(events.map((event) => event.type), ["sent", type]);
      ok(ms >= 200 && ms < 3000, `${ms} ms`);
      ok(events[1].elapsedMs >= 200 && events[1].elapsedMs <= ms + 1, `${events[1].elapsedMs} ms`);
      ok(server.wasClosed(server.arrivalsOf(id)[0]), "the connection is still open");
    });
  const tooLarge = ({ answer: { status, text, length }, events }, { request }) => {
    deepEqual(events.map(({ type }) => type), ["sent", "too-large"]);
    // All of these answers repeat one character, of which the probe gives only the first.
    const whole = text[0].repeat(length);
    ok(Buffer.byteLength(whole) > 4 * MIB && length <= 4 * MIB + 1, `${length} characters`);
    equal(merchant.reason(request, { status, text: whole }), "too-large");
  };
  return [
    stopped("the time limit, without an answer", "silent", { options: { timeoutMs: 250 } }, "timed-out"),
    stopped("the time limit, within an answer", "endless", { options: { timeoutMs: 250 } }, "timed-out"),
    stopped("the caller's signal, without an answer", "silent", { options: { abortAfterMs: 250 } }, "aborted"),
    stopped("the caller's signal, within an answer", "endless", { options: { abortAfterMs: 250 } }, "aborted"),
    one("a signal that has aborted", "answer", { options: { abortAfterMs: 0 } }, ({ answer, events }, { id }) => {
      equal(answer, null);
      deepEqual(events.map(({ type, elapsedMs }) => [type, elapsedMs]), [["aborted", undefined]]);
      equal(server.arrivalsOf(id).length, 0);
    }),
    one("the longest answer", "longest", {}, ({ answer, events }) => {
      equal(answer.length, 4 * MIB);
      equal(events[1].type, "answered");
    }),
    one("an answer that is too long by a part of a character", "too-long", {}, tooLarge),
    one("an answer that is too long once it is unpacked", "bomb", {}, tooLarge),
    one("an answer without end", "flood", {}, (result, made) => {
      tooLarge(result, made);
      ok(server.wasClosed(server.arrivalsOf(made.id)[0]), "the connection is still open");
      ok(server.flooded < 64 * MIB, `${server.flooded} bytes`);
    }),
  ];
}
