// A stand-in for the Redis, for this machine: node store-server.mjs [port]. It forgets everything when it ends.

import { createServer } from "node:http";
import { json } from "node:stream/consumers";

const values = new Map();

const server = createServer(async (request, response) => {
  const [name, key, value] = await json(request);
  let result = values.get(key) ?? null;
  if (name === "SET") {
    result = values.has(key) ? null : "OK";
    if (result) values.set(key, value);
  }
  response.setHeader("content-type", "application/json").end(JSON.stringify({ result }));
});
server.listen(Number(process.argv[2] ?? 8079), "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}`));
