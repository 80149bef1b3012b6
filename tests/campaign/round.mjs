// One round: a shop's day in an unkind world. Operators click, the network and the program fail, a timer reads back; then the books are
// compared.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { createSandbox } from "../../www-example/sandbox/index.mjs";
import { audit } from "./audit.mjs";
import { Clock } from "./clock.mjs";
import { auditDays } from "./day-books.mjs";
import { Network } from "./network.mjs";
import { NOON, planRound } from "./plan.mjs";
import { Program } from "./program.mjs";
import { Random } from "../support/random.mjs";
import { Journal } from "./recipe/journal.mjs";
import { Ledger } from "./recipe/ledger.mjs";
import { Witness } from "./witness.mjs";

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const CLICKERS = 8;

/**
 * `patience`: how long the round waits for intents to settle, in milliseconds of its clock. `modes`: modes of the simulator that the seed
 * doesn't draw.
 */
export async function playRound({ seed, round, count, Recipe, fates, impatience = 0.2, patience = 10 * DAY, modes = {} }) {
  const random = new Random(seed, "round", round);
  const { shop, intents, clicks, panel } = planRound({ seed, round, count, impatience });
  const clock = new Clock(NOON);
  const network = new Network(clock);
  const witness = new Witness();
  const sandbox = createSandbox({ shop, now: clock.now, unkind: { random: true, kind: true, seed: `${seed} ${round}`, ...modes } });
  sandbox.configure({
    failureStatus: random.oneOf([200, 400]),
    systemTime: random.oneOf(["number", "string"]),
    terminalStatus: random.oneOf(["lowercase", "uppercase"]),
    terminalSuccessCode: random.oneOf(["0", "", null]),
    terminalErrorGroup: random.chance(0.5),
  });
  const { url: baseUrl } = await sandbox.listen();
  const folder = await mkdtemp(join(tmpdir(), "iyzico-campaign-"));
  const path = join(folder, "ledger.jsonl");
  try {
    const program = new Program({ Recipe, path, baseUrl, shop, fates, network, clock, witness });

    let at = 0;
    let isOpen = true;
    const clicker = async () => {
      while (at < clicks.length) {
        const click = clicks[at++];
        // Some come at the same moment.
        if (random.chance(0.7)) await clock.sleep(random.between(0, MINUTE));
        await program.start(click);
      }
    };
    const settler = async () => {
      const passes = [];
      do {
        passes.push(program.settle());
        await clock.sleep(MINUTE);
      } while ((isOpen || !(await program.isSettled())) && clock.now() < NOON + patience);
      await Promise.all(passes);
    };
    const inPanel = panel.map(({ afterMs, order }) => clock.sleep(afterMs).then(() => refundInPanel(sandbox, order)));
    const settling = settler();
    await Promise.all(Array.from({ length: CLICKERS }, clicker));
    isOpen = false;
    await Promise.all([settling, ...inPanel]);
    // Requests that are still on the way or land later must not change anything.
    await network.quiet();
    const days = (clock.now() - NOON) / DAY;
    await clock.sleep(5 * MINUTE);
    await program.end();

    const [journal, lines] = await Journal.open(path);
    await journal.close();
    const rows = new Ledger({ lines, now: clock.now }).rows();
    const steps = lines.map((line) => JSON.parse(line));
    const books = audit({ intents, rows, steps, said: witness.said, sandbox });
    // Until every row is in the day's list.
    await clock.sleep(3 * DAY);
    const dayBooks = await clock.during(auditDays({ rows, said: witness.said, sandbox, baseUrl, shop, now: clock.now }));
    const faults = sandbox.journal().flatMap(({ fault }) => fault ?? []);
    const records = shop.payments.length + shop.sales.length;
    return { ...books, dayBooks, records, steps, said: witness.said, faults, clicks: clicks.length, lives: program.lives, sent: network.sent, days };
  } finally {
    await sandbox.close();
    await rm(folder, { recursive: true });
  }
}

/** iyzico refuses some of it, for example when nothing is left. */
function refundInPanel(sandbox, order) {
  try {
    sandbox.panelRefund(order);
  } catch (error) {
    if (!error.message.startsWith("the panel refuses")) throw error;
  }
}
