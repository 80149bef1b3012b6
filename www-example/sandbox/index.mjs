// A local iyzico: the card refund, cancel and read-back API over HTTP, with books to look into and faults to switch on.

import { Books } from "./books.mjs";
import { cardRoutes } from "./card.mjs";
import { controlRoutes } from "./control.mjs";
import { Misuse } from "./errors.mjs";
import { FaultQueue } from "./faults.mjs";
import { createHttpServer } from "./http.mjs";
import { Journal } from "./journal.mjs";
import { reportingRoutes } from "./reporting.mjs";
import { shop as smallShop } from "./shop.mjs";

const SETTINGS = { failureStatus: [200, 400], systemTime: ["number", "string"] };
const FIRST_ID = 30_000_000;

/**
 * @param {object} [options]
 * @param {() => number} [options.now] clock in epoch milliseconds
 * @param {(n: number) => string} [options.idOf] the id of the n-th new record, digits only
 * @param {{ merchants: object[], payments: object[] }} [options.shop] what the books open with
 * @param {(entry: object) => void} [options.log] gets the journal entry of each provider call
 */
export function createSandbox({ now = Date.now, idOf = (n) => String(FIRST_ID + n), shop = smallShop, log = () => {} } = {}) {
  const providerRoutes = [...cardRoutes, ...reportingRoutes];
  let world = openWorld();

  const sandbox = {
    merchants: shop.merchants,

    /** Listens on loopback; without a port, on a free one. */
    async listen(port = 0) {
      await new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, "127.0.0.1", resolve);
      });
      return { url: `http://127.0.0.1:${server.address().port}` };
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },

    createPayment: (payment) => world.books.view(world.books.addPayment(payment).paymentId),
    books: (paymentId) => world.books.view(paymentId),
    allBooks: () => world.books.payments.map(({ paymentId }) => world.books.view(paymentId)),
    journal: () => world.journal.list(),
    fault: (fault) => world.faults.add(fault),
    faults: () => world.faults.list(),
    clearFaults: () => world.faults.clear(),

    /** failureStatus: 200 as the sandbox was seen, or 400 as documented; systemTime: "number" or "string". */
    configure(changes) {
      for (const [name, value] of Object.entries(changes)) {
        if (!SETTINGS[name]?.includes(value)) throw new Misuse(`no setting ${name}: ${JSON.stringify(value)}`);
      }
      return Object.assign(world.settings, changes);
    },

    /** Back to the shop as it opened: books, faults, journal and settings. */
    reset() {
      world = openWorld();
    },
  };

  const server = createHttpServer({ providerRoutes, controlRoutes, sandbox, world: () => world, log });
  return sandbox;

  function openWorld() {
    return {
      now,
      books: new Books({ ...shop, now, idOf }),
      faults: new FaultQueue(),
      journal: new Journal(now),
      settings: { failureStatus: 200, systemTime: "number" },
    };
  }
}
