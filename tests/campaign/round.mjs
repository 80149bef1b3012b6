// One round: a shop's day. Everybody clicks, the network and the program fail, a timer settles; then the books are held
// against each other.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { createSandbox } from "../../www-example/sandbox/index.mjs";
import { audit } from "./audit.mjs";
import { Network } from "./network.mjs";
import { NOON, planRound } from "./plan.mjs";
import { Program } from "./program.mjs";
import { Random } from "./random.mjs";
import { Journal } from "./recipe/journal.mjs";
import { Ledger } from "./recipe/ledger.mjs";

/** For how long a request may be under way here; iyzico's own SDK gives up after 140 seconds. */
export const OPEN_FOR_MS = 800;

const CLICKERS = 8;
const SETTLE_EVERY_MS = 200;
const TOKEN_LIFE_MS = 7_200_000;

/** `patience`: after how many milliseconds what is not settled never will be. */
export async function playRound({ seed, round, count, Recipe, fates, patience = 90_000 }) {
  const random = new Random(seed, "round", round);
  const { shop, intents, clicks } = planRound({ seed, round, count });
  let clock = NOON;
  const network = new Network({ openFor: OPEN_FOR_MS });
  const sandbox = createSandbox({ shop, now: () => clock, log: (entry) => network.arrived(entry) });
  sandbox.configure({
    failureStatus: random.oneOf([200, 400]),
    systemTime: random.oneOf(["number", "string"]),
    terminalStatus: random.oneOf(["lowercase", "uppercase"]),
    terminalSuccessCode: random.oneOf(["0", "", null]),
    terminalErrorGroup: random.chance(0.5),
  });
  const { url } = await sandbox.listen();
  const folder = await mkdtemp(join(tmpdir(), "iyzico-campaign-"));
  const path = join(folder, "ledger.jsonl");
  try {
    const program = new Program({ Recipe, path, url, shop, fates, network, openFor: OPEN_FOR_MS });

    let at = 0;
    let isOpen = true;
    const clicker = async () => {
      while (at < clicks.length) {
        const click = clicks[at++];
        // By now every token is too old.
        if (at === clicks.length >> 1) clock += TOKEN_LIFE_MS;
        await program.start(click);
      }
    };
    const settler = async () => {
      const deadline = Date.now() + patience;
      const passes = [];
      do {
        passes.push(program.settle());
        await sleep(SETTLE_EVERY_MS);
      } while ((isOpen || !(await program.isSettled())) && Date.now() < deadline);
      await Promise.all(passes);
    };
    const settling = settler();
    await Promise.all(Array.from({ length: CLICKERS }, clicker));
    isOpen = false;
    await settling;
    // Whatever is still on its way must not change a thing.
    await network.quiet();
    await program.end();

    const [journal, lines] = await Journal.open(path);
    await journal.close();
    const rows = new Ledger({ lines, now: Date.now }).rows();
    const steps = lines.map((line) => JSON.parse(line));
    return { ...audit({ intents, rows, sandbox }), steps, clicks: clicks.length, lives: program.lives, sent: network.sent };
  } finally {
    await sandbox.close();
    await rm(folder, { recursive: true });
  }
}
