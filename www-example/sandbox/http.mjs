// The HTTP side: raw bytes in, route table, answers to browsers of any origin.

import { createServer } from "node:http";
import { Misuse } from "./errors.mjs";
import { exchange } from "./exchange.mjs";
import { sendEmpty, sendJson } from "./wire.mjs";

const LARGEST_BODY = 1 << 20;
const LOOPBACK = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

export function createHttpServer({ providerRoutes, controlRoutes, sandbox, world }) {
  return createServer((req, res) => {
    allowBrowsers(req, res);
    serve(req, res).catch((error) => {
      if (res.headersSent) res.destroy();
      else sendJson(res, error instanceof Misuse ? 400 : 500, { error: error.message });
    });
  });

  async function serve(req, res) {
    const body = await readBody(req);
    if (body === null) return sendJson(res, 413, { error: "body too large" });
    if (req.method === "OPTIONS") return sendEmpty(res, 204);

    const [path, ...rest] = req.url.split("?");
    const query = new URLSearchParams(rest.join("?"));
    const request = { method: req.method, path, query, headers: req.headers, body };
    const isRoute = (route) => route.method === req.method && route.path === path;

    const control = controlRoutes.find(isRoute);
    if (control) return serveControl(control, request, req, res);
    const route = providerRoutes.find(isRoute);
    if (!route) return sendJson(res, 404, { error: `no ${req.method} ${path} here` });
    return exchange(route, request, res, world());
  }

  function serveControl(control, { query, body }, req, res) {
    if (!LOOPBACK.has(req.socket.remoteAddress)) return sendJson(res, 403, { error: "loopback only" });
    const [status, json] = control.handle(readControlBody(body), query, sandbox);
    return sendJson(res, status, json);
  }
}

function allowBrowsers(req, res) {
  res.setHeader("access-control-allow-origin", "*");
  res.setHeader("access-control-allow-methods", "GET, POST, DELETE, OPTIONS");
  res.setHeader("access-control-allow-headers", req.headers["access-control-request-headers"] ?? "*");
  // Some clients silently send a request again when a kept-alive connection dies, which would hide what a fault does.
  res.setHeader("connection", "close");
}

async function readBody(req) {
  const chunks = [];
  let length = 0;
  for await (const chunk of req) {
    length += chunk.length;
    if (length <= LARGEST_BODY) chunks.push(chunk);
  }
  return length <= LARGEST_BODY ? Buffer.concat(chunks) : null;
}

function readControlBody(body) {
  const text = body.toString("utf8");
  if (text === "") return {};
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Misuse("the body is no JSON");
  }
  if (value === null || typeof value !== "object") throw new Misuse("the body is no JSON object");
  return value;
}
