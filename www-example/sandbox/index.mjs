// A local iyzico: the refund APIs for cards and terminals over HTTP, with books to look into and faults to switch on.

import { Books } from "./books.mjs";
import { cardRoutes } from "./card.mjs";
import { controlRoutes } from "./control.mjs";
import { Misuse } from "./errors.mjs";
import { FaultQueue } from "./faults.mjs";
import { createHttpServer } from "./http.mjs";
import { Journal } from "./journal.mjs";
import { Logins } from "./login.mjs";
import { loginRoutes } from "./oauth.mjs";
import { reportingRoutes } from "./reporting.mjs";
import { Sales } from "./sales.mjs";
import { shop as smallShop } from "./shop.mjs";
import { terminalRoutes } from "./terminal.mjs";

// What each setting may be; it opens with the first.
const SETTINGS = {
  failureStatus: [200, 400],
  systemTime: ["number", "string"],
  terminalStatus: ["lowercase", "uppercase"],
  terminalSuccessCode: ["0", "", null],
  terminalErrorGroup: [false, true],
};
const FIRST_ID = 30_000_000;

/**
 * @param {object} [options]
 * @param {() => number} [options.now] clock in epoch milliseconds
 * @param {(n: number) => string} [options.idOf] the id of the n-th new record, digits only
 * @param {{ merchants: object[], payments: object[], terminalUsers?: object[], sales?: object[] }} [options.shop] what the books open with
 * @param {(entry: object) => void} [options.log] gets the journal entry of each provider call
 */
export function createSandbox({ now = Date.now, idOf = (n) => String(FIRST_ID + n), shop = smallShop, log = () => {} } = {}) {
  const providerRoutes = [...cardRoutes, ...reportingRoutes, ...loginRoutes, ...terminalRoutes];
  const terminalUsers = shop.terminalUsers ?? [];
  let world = openWorld();

  const sandbox = {
    merchants: shop.merchants,
    terminalUsers,

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
    createSale: (sale) => world.sales.view(world.sales.addSale(sale).paymentId),
    saleBooks: (paymentId) => world.sales.view(paymentId),
    allSaleBooks: () => world.sales.sales.map(({ paymentId }) => world.sales.view(paymentId)),
    journal: () => world.journal.list(),
    fault: (fault) => world.faults.add(fault),
    faults: () => world.faults.list(),
    clearFaults: () => world.faults.clear(),

    /**
     * failureStatus: 200 as the sandbox was seen, or 400 as documented; systemTime: "number" or "string".
     * Of the terminal side, whose documents disagree: terminalStatus "lowercase" or "uppercase", terminalSuccessCode
     * "0", "" or null for none at all, and whether a failure carries its errorGroup (terminalErrorGroup).
     */
    configure(changes) {
      for (const [name, value] of Object.entries(changes)) {
        if (!SETTINGS[name]?.includes(value)) throw new Misuse(`no setting ${name}: ${JSON.stringify(value)}`);
      }
      return Object.assign(world.settings, changes);
    },

    /** Back to the shop as it opened: books, faults, journal and settings; nobody is logged in. */
    reset() {
      world = openWorld();
    },
  };

  const server = createHttpServer({ providerRoutes, controlRoutes, sandbox, world: () => world, log });
  return sandbox;

  function openWorld() {
    return {
      now,
      books: new Books({ ...shop, now, newId: running(idOf) }),
      sales: new Sales({ users: terminalUsers, sales: shop.sales ?? [], now, newId: running(idOf) }),
      logins: new Logins({ users: terminalUsers, now }),
      faults: new FaultQueue(),
      journal: new Journal(now),
      settings: Object.fromEntries(Object.entries(SETTINGS).map(([name, [first]]) => [name, first])),
    };
  }
}

function running(idOf) {
  let count = 0;
  return () => idOf((count += 1));
}
