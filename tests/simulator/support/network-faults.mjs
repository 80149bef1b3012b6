// What a caller sees of each network fault.

import assert from "node:assert/strict";

/** Those of them that strike before the request is carried out. */
export const NETWORK_MOVES_NOTHING = ["redirect", "html502-before", "refused-before"];

export const seesOfNetwork = {
  async lost(send) {
    await assert.rejects(send, TypeError);
  },
  async "delay:150"(send) {
    const start = performance.now();
    const { json } = await send();
    assert.ok(performance.now() - start >= 145);
    assert.equal(json.status, "success");
  },
  async cut(send) {
    await assert.rejects(send, /terminated|fetch failed/);
  },
  async "cut-clean"(send) {
    const { status, text, json, headers } = await send();
    assert.equal(status, 200);
    assert.ok(text.startsWith('{"status":"success"'));
    assert.equal(json, undefined, "half a body is no JSON");
    assert.equal(Number(headers.get("content-length")), Buffer.byteLength(text));
  },
  async html502(send) {
    const { status, text } = await send();
    assert.equal(status, 502);
    assert.match(text, /^<html>/);
  },
  async empty200(send) {
    const { status, text } = await send();
    assert.deepEqual([status, text], [200, ""]);
  },
  async redirect(send) {
    const { status, headers, text } = await send();
    assert.deepEqual([status, headers.get("location"), text], [302, "/moved", ""]);
  },
  async "html502-before"(send) {
    assert.equal((await send()).status, 502);
  },
  async "refused-before"(send) {
    await assert.rejects(send, TypeError);
  },
};
