// A local iyzico: the refund APIs for cards and tills over HTTP, with books to inspect, faults to inject, a clock that can run fast, and
// a read-back that shows the books as a real iyzico, a bank or a proxy might (unkind.mjs).

import { Books } from "./books.mjs";
import { cardRoutes } from "./card.mjs";
import { Clock } from "./clock.mjs";
import { controlRoutes } from "./control.mjs";
import { dayListRoutes } from "./day-list.mjs";
import { Misuse, Refusal } from "./errors.mjs";
import { FaultQueue } from "./fault-queue.mjs";
import { createHttpServer } from "./http.mjs";
import { Journal } from "./journal.mjs";
import { Landings } from "./landings.mjs";
import { Logins } from "./login.mjs";
import { loginRoutes } from "./oauth.mjs";
import { reportingRoutes } from "./reporting.mjs";
import { Sales } from "./sales.mjs";
import { shop as smallShop } from "./shop.mjs";
import { terminalRoutes } from "./terminal.mjs";
import { Unkind } from "./unkind.mjs";

// What each setting may be; it opens with the first.
const SETTINGS = {
  failureStatus: [200, 400],
  systemTime: ["number", "string"],
  hostReferences: ["mock", "own"],
  terminalStatus: ["lowercase", "uppercase"],
  terminalSuccessCode: ["0", "", null],
  terminalErrorGroup: [false, true],
};
const FIRST_ID = 30_000_000;

/**
 * @param {object} [options]
 * @param {() => number} [options.now] what the clock goes by, in epoch milliseconds
 * @param {number} [options.speed] how many times as fast the clock runs
 * @param {object} [options.unkind] modes of modes.mjs that the simulator opens with
 * @param {(n: number) => string} [options.idOf] the id of the n-th new record, digits only
 * @param {{ merchants: object[], payments: object[], terminalUsers?: object[], sales?: object[] }} [options.shop] what the books open with
 * @param {(entry: object) => void} [options.log] gets the journal entry of each provider call, and again when it lands late
 */
export function createSandbox({
  now = Date.now,
  speed = 1,
  unkind = {},
  idOf = (n) => String(FIRST_ID + n),
  shop = smallShop,
  log = () => {},
} = {}) {
  const providerRoutes = [...cardRoutes, ...reportingRoutes, ...dayListRoutes, ...loginRoutes, ...terminalRoutes];
  const terminalUsers = shop.terminalUsers ?? [];
  const clock = new Clock({ base: now, speed });
  let world = openWorld();
  // The books contain everything that has landed by now.
  const current = () => {
    world.landings.carryOutDue();
    return world;
  };

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
      world.landings.clear();
      await closed;
    },

    createPayment: (payment) => world.books.view(world.books.addPayment(payment).paymentId),
    books: (paymentId) => current().books.view(paymentId),
    allBooks: () => current().books.payments.map(({ paymentId }) => world.books.view(paymentId)),
    createSale: (sale) => world.sales.view(world.sales.addSale(sale).paymentId),
    saleBooks: (paymentId) => current().sales.view(paymentId),
    allSaleBooks: () => current().sales.sales.map(({ paymentId }) => world.sales.view(paymentId)),
    journal: () => current().journal.list(),
    /** Requests that land later. */
    landings: () => current().landings.list(),
    fault: (fault) => world.faults.add(fault),
    faults: () => world.faults.list(),
    clearFaults: () => world.faults.clear(),

    /** A refund in iyzico's panel, see Books. Returns the payment's books. */
    panelRefund(order) {
      const { books } = current();
      try {
        return books.view(books.panelRefund(order, (at, work) => clock.at(at, work)).paymentId);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        throw new Misuse(`the panel refuses: ${error.code} ${error.message}`);
      }
    },

    /** Epoch milliseconds of the simulator's clock. */
    now: () => clock.now(),
    clock: () => ({ now: clock.now(), speed: clock.speed }),
    /** Changes the speed, and moves the clock forward by `advanceBy` milliseconds; requests that are due land. */
    setClock(changes) {
      clock.set(changes);
      current();
      return sandbox.clock();
    },

    /** Sets some of the modes in modes.mjs; returns all of them. */
    setUnkind: (modes) => world.unkind.configure(modes),
    /** The modes as they are set; of one payment or sale, with what is drawn for it. */
    unkind: (paymentId) => (paymentId === undefined ? world.unkind.modes() : world.unkind.of(paymentId)),
    beKind: () => world.unkind.clear(),

    /**
     * failureStatus: 200 as the sandbox was seen, or 400 as documented; systemTime: "number" or "string"; hostReferences: "mock", the
     * one that iyzico's samples carry everywhere, or "own", one for each payment, refund and cancel as at a bank.
     * Of the terminal side, whose documents disagree: terminalStatus "lowercase" or "uppercase", terminalSuccessCode
     * "0", "" or null for none at all, and whether a failure carries its errorGroup (terminalErrorGroup).
     */
    configure(changes) {
      for (const [name, value] of Object.entries(changes)) {
        if (!SETTINGS[name]?.includes(value)) throw new Misuse(`no setting ${name}: ${JSON.stringify(value)}`);
      }
      return Object.assign(world.settings, changes);
    },

    /** Back to the shop as it opened: books, faults, journal, settings and modes; nobody is logged in. The clock goes on as it is. */
    reset() {
      world.landings.clear();
      world = openWorld();
    },
  };

  const server = createHttpServer({ providerRoutes, controlRoutes, sandbox, world: () => world });
  return sandbox;

  function openWorld() {
    const { now: time } = clock;
    return {
      now: time,
      at: (moment, work) => clock.at(moment, work),
      log,
      books: new Books({ ...shop, now: time, newId: running(idOf) }),
      sales: new Sales({ users: terminalUsers, sales: shop.sales ?? [], now: time, newId: running(idOf) }),
      logins: new Logins({ users: terminalUsers, now: time }),
      landings: new Landings(clock),
      unkind: new Unkind(unkind),
      faults: new FaultQueue(),
      journal: new Journal(time),
      settings: Object.fromEntries(Object.entries(SETTINGS).map(([name, [first]]) => [name, first])),
    };
  }
}

function running(idOf) {
  let count = 0;
  return () => idOf((count += 1));
}
