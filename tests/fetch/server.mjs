// An HTTP/1.1 server on bare sockets. The first part of a path picks how it misbehaves. It counts requests.

import { createServer } from "node:net";
import { gzipSync } from "node:zlib";

const MIB = 1024 * 1024;
export const ANSWER = '{"status":"failure","errorCode":"1","errorMessage":"örnek"}';

export class Server {
  /** Every request that arrived whole. */
  arrivals = [];
  /** Bytes that `flood` has handed to its sockets. */
  flooded = 0;
  #servers = [];
  #sockets = new Set();
  #openAtEnd;

  static async listen() {
    const server = new Server();
    server.origin = await server.#listen();
    // For requests that must find no connection to reuse.
    server.newOrigin = await server.#listen();
    server.deadOrigin = await server.#listen();
    await new Promise((resolve) => server.#servers.pop().close(resolve));
    return server;
  }

  close() {
    for (const server of this.#servers) server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  /** By the id that a body or a query holds. */
  arrivalsOf(id) {
    return this.arrivals.filter(({ path, body }) => `${path} ${body}`.includes(id));
  }

  /** Whether the connection of an arrival was closed before the end, which is when `/end` is asked for. */
  wasClosed({ socket }) {
    return this.#openAtEnd !== undefined && !this.#openAtEnd.has(socket);
  }

  async #listen() {
    const server = createServer((socket) => this.#serve(socket));
    this.#servers.push(server);
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${server.address().port}`;
  }

  #serve(socket) {
    this.#sockets.add(socket);
    let received = Buffer.alloc(0);
    let answered = 0;
    socket.on("error", () => {});
    socket.on("close", () => this.#sockets.delete(socket));
    socket.on("data", (bytes) => {
      received = Buffer.concat([received, bytes]);
      for (let request; (request = firstOf(received)); answered += 1) {
        received = received.subarray(request.length);
        if (request.method !== "OPTIONS") this.arrivals.push({ ...request, socket, onReused: answered > 0 });
        this.#answer(socket, request);
      }
    });
  }

  #answer(socket, { method, path }) {
    // A page of another origin sends a preflight first.
    if (method === "OPTIONS") return socket.write(whole(204, ""));
    const [, way] = path.split("/");
    if (way === "end") this.#openAtEnd = new Set(this.#sockets);
    if (way === "flood") return this.#flood(socket);
    // Browsers ask for icons.
    const answer = WAYS[way] ?? (() => socket.write(whole(404, "")));
    answer(socket);
  }

  #flood(socket) {
    socket.write(head(200, "Content-Type: text/plain\r\n"));
    const chunk = Buffer.alloc(MIB / 4, "a");
    const more = () => {
      while (!socket.destroyed) {
        this.flooded += chunk.length;
        if (!socket.write(chunk)) return;
      }
    };
    socket.on("drain", more);
    more();
  }
}

// A BOM, and ends in the middle of a character.
const NOT_UTF8 = Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0xff, 0x62, 0xc5]);

const WAYS = {
  page: (socket) => socket.write(whole(200, "<!doctype html><title>page</title>", "Content-Type: text/html\r\n")),
  end: (socket) => socket.write(whole(200, "")),
  answer: (socket) => socket.write(whole(200, ANSWER)),
  empty: (socket) => socket.write(whole(200, "")),
  moved: (socket) => socket.write(whole(307, "moved", "Location: /answer/moved\r\n")),

  // Closes without an answer after reading the whole request.
  close: (socket) => socket.end(),
  reset: (socket) => socket.resetAndDestroy(),
  silent: () => {},

  // Answers after which some clients try again.
  408: (socket) => socket.end(whole(408, "", "Connection: close\r\n")),
  421: (socket) => socket.write(whole(421, "")),

  // Answers that break off, or never end.
  garbage: (socket) => socket.end("garbage\r\n\r\n"),
  half: (socket) => socket.end(`${head(200, "Content-Length: 100\r\n")}${ANSWER}`),
  "half-chunked": (socket) => socket.end(`${head(200, "Transfer-Encoding: chunked\r\n")}5\r\n{"sta\r\n`),
  endless: (socket) => {
    socket.write(head(200, "Transfer-Encoding: chunked\r\n"));
    const timer = setInterval(() => socket.write("1\r\na\r\n"), 20);
    socket.on("close", () => clearInterval(timer));
  },

  // Texts that must be returned unchanged.
  "not-utf8": (socket) => {
    socket.write(head(200, `Content-Length: ${NOT_UTF8.length}\r\n`));
    socket.write(NOT_UTF8);
  },
  longest: (socket) => socket.write(whole(200, "a".repeat(4 * MIB))),
  "too-long": (socket) => socket.write(whole(200, "€".repeat(Math.ceil((4 * MIB) / 3)))),
  bomb: (socket) => {
    const body = gzipSync(Buffer.alloc(64 * MIB));
    socket.write(head(200, `Content-Encoding: gzip\r\nContent-Length: ${body.length}\r\n`));
    socket.write(body);
  },
};

/** The first complete request in the received bytes, or undefined. */
function firstOf(received) {
  const end = received.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const [line, ...fields] = received.toString("latin1", 0, end).split("\r\n");
  const [method, path] = line.split(" ");
  const headers = Object.fromEntries(fields.map((field) => [field.slice(0, field.indexOf(":")).toLowerCase(), field.slice(field.indexOf(":") + 1).trim()]));
  const start = end + 4;
  const length = headers["transfer-encoding"] ? chunkedLength(received, start) : start + Number(headers["content-length"] ?? 0);
  if (length === undefined || received.length < length) return undefined;
  return { method, path, headers, body: received.toString("utf8", start, length), length };
}

function chunkedLength(received, start) {
  const end = received.indexOf("0\r\n\r\n", start);
  return end < 0 ? undefined : end + 5;
}

function whole(status, body, fields = "") {
  return `${head(status, `${fields}Content-Length: ${Buffer.byteLength(body)}\r\n`)}${body}`;
}

function head(status, fields) {
  const cors = ["Origin", "Headers", "Methods"].map((name) => `Access-Control-Allow-${name}: *\r\n`).join("");
  // "*" does not stand for it.
  return `HTTP/1.1 ${status} Any\r\n${cors.replace("Headers: *", "Headers: *, Authorization")}${fields}\r\n`;
}
