// A proxy between browser and worker. When broken, it loses requests and answers under way, as a real network does.

import { connect, createServer } from "node:net";

export async function openNetwork(target) {
  const { hostname, port } = new URL(target);
  const sockets = new Set();
  let isBroken = false;
  const server = createServer((near) => {
    if (isBroken) return near.destroy();
    const far = connect(Number(port), hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ]) {
      sockets.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    break() {
      isBroken = true;
      for (const socket of sockets) socket.destroy();
    },
    heal() {
      isBroken = false;
    },
    close() {
      this.break();
      server.close();
    },
  };
}
