// Sends answers, whole or spoiled as by a network.

import { writeJson } from "./json.mjs";

/** The body's bytes of an answer's fields. */
export const bodyOf = (fields) => Buffer.from(writeJson(fields));

export function sendJson(res, httpStatus, fields) {
  send(res, httpStatus, "application/json;charset=utf-8", bodyOf(fields));
}

export function sendHtml(res, httpStatus, html) {
  send(res, httpStatus, "text/html;charset=utf-8", Buffer.from(html));
}

export function sendEmpty(res, httpStatus, headers = {}) {
  res.writeHead(httpStatus, { ...headers, "content-length": 0 });
  res.end();
}

/** Announces the whole body, sends half of it and breaks the connection. */
export function sendCut(res, httpStatus, fields) {
  const body = bodyOf(fields);
  res.writeHead(httpStatus, { "content-type": "application/json;charset=utf-8", "content-length": body.length });
  res.write(half(body), () => res.socket?.destroy());
}

/** Sends half of the body as if that were all of it. */
export function sendHalf(res, httpStatus, fields) {
  send(res, httpStatus, "application/json;charset=utf-8", half(bodyOf(fields)));
}

export function hangUp(res) {
  res.socket?.destroy();
}

const half = (body) => body.subarray(0, body.length >> 1);

function send(res, httpStatus, contentType, body) {
  res.writeHead(httpStatus, { "content-type": contentType, "content-length": body.length });
  res.end(body);
}
