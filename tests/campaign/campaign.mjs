// Thousands of refunds through the simulator, in an unkind world with every fault mixed in, by the documented recipe:
// node campaign.mjs [--refunds N] [--seed TEXT] [--at-once ROUNDS]
//
// The seed decides the refunds, the clicks, the faults of requests and of the ledger, and what iyzico shows.

import { parseArgs } from "node:util";

import { check, conclude, none } from "./checks.mjs";
import { Fates, KNOWN } from "./fates.mjs";
import { Figures } from "./figures.mjs";
import { Refunds } from "./recipe/refunds.mjs";
import { playRound } from "./round.mjs";
import { AsksTooEarly, BelievesAnyFailure, SendsAfterASleep, SendsAgainOnUnknown, ShortensTheWait, TakesNoLock } from "./wrong.mjs";

const INTENTS_A_ROUND = 250;
const INTENTS_OF_A_WRONG_RECIPE = 120;
const LATE_TO_SHOW = { lagSummaryMs: 4 * 60_000, lagRowsMs: 25 * 60_000, lagStatusMs: 4 * 60_000 };
/** Recipes with one mistake each, in a world where it shows. */
const WRONG = [
  { Recipe: SendsAgainOnUnknown, rates: { fault: 0.3, own: 0.4 } },
  { Recipe: TakesNoLock, rates: { fault: 0, own: 0 }, impatience: 0.9 },
  { Recipe: AsksTooEarly, rates: { fault: 0.1, own: 0.6 } },
  { Recipe: ShortensTheWait, rates: { fault: 0.1, own: 0.6 } },
  { Recipe: BelievesAnyFailure, rates: { fault: 0.5, own: 0 } },
  { Recipe: SendsAfterASleep, rates: { fault: 0.6, own: 0, sleep: 0.9 }, modes: LATE_TO_SHOW },
];
const PATIENCE_WITH_THEM = 6 * 3_600_000;

const { values } = parseArgs({
  options: { refunds: { type: "string", default: "1500" }, seed: { type: "string", default: "5" }, "at-once": { type: "string", default: "8" } },
});
const [wanted, atOnce] = [Number(values.refunds), Number(values["at-once"])];
const { seed } = values;
if (!(wanted > 0 && atOnce > 0)) {
  console.error("usage: node campaign.mjs [--refunds N] [--seed TEXT] [--at-once ROUNDS]");
  process.exit(2);
}

const started = performance.now();
const fates = new Fates(seed);
const figures = new Figures(await playAll());
figures.print({ seed, ownFaults: fates.counts, seconds: (performance.now() - started) / 1000 });
checkTheBooks();
checkTheDays();
// A small campaign may lack rare cases.
if (wanted >= 1000) checkThatAllHappened();
await checkThatItCanFail();
conclude();

async function playAll() {
  const played = [];
  let next = 0;
  let left = wanted;
  const lane = async () => {
    while (left > 0) {
      const count = Math.min(INTENTS_A_ROUND, left);
      left -= count;
      played.push(await playRound({ seed, round: next++, count, Recipe: Refunds, fates }));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return played;
}

function checkTheBooks() {
  none("no refund was carried out twice", figures.all("doubles"));
  none("no refund was carried out that the caller has as not done", figures.all("lost"));
  none("no refund is booked that was not carried out", figures.all("invented"));
  none("every refund is settled, or left to a person", figures.all("unsettled"));
  none("no refund that was left to a person was sent again", figures.all("sentAfterAll"));
  none("no verdict of the package contradicts the books", figures.all("contradicted").map(({ by, id, verdict }) => `${by} of ${id}: ${verdict}`));
  none("every amount is the one requested", figures.all("otherAmount"));
  none("no money moved that the ledger does not know of", figures.all("unrecorded"));
  check("no payment was refunded by more than was paid", figures.total("aboveThePaid") === 0);
  check("as many refunds were carried out as the journal has movements", figures.total("carriedOut") === figures.total("movements"));
  for (const currency of figures.currencies) {
    const [books, ledger, persons] = ["books", "ledger", "persons"].map((name) => figures.sum(name, currency));
    check(`${currency}: ledger and simulator agree to the kuruş, counting what is left to a person`, books === ledger + persons);
  }
  const inAll = figures.currencies.reduce((units, currency) => units + figures.sum("books", currency), figures.units("inPanel"));
  check("the sum of all currencies agrees with the simulator's movements", inAll === figures.units("booksMoved"));
}

/** Every day of every round, audited as the recipe ends. */
function checkTheDays() {
  const days = figures.all("dayBooks");
  none("no day's audit contradicts the ledger", days.flatMap(({ wrong }) => wrong));
  for (const currency of figures.currencies) {
    const of = (name) => days.reduce((units, day) => units + (day[name][currency] ?? 0n), 0n);
    check(`${currency}: the days' lists add up to what moved, to the kuruş`, of("listed") === of("moved"));
    check(`${currency}: everything booked is confirmed, and everything else listed is reported`, of("booked") === of("confirmed") && of("listed") === of("confirmed") + of("unasked"));
  }
}

function checkThatAllHappened() {
  none("every fault struck", [...KNOWN].filter((fault) => !figures.faults(fates.counts).has(fault)));
  none("every currency was refunded", figures.currencies.filter((currency) => figures.sum("books", currency) === 0n));
  none("every verdict was given", ["success", "failure", "unknown", "landed", "not-landed", "ambiguous", "clear"].filter((verdict) => figures.verdicts(verdict) === 0));
  check("a refund in the panel was found by the day's audit", figures.all("dayBooks").some(({ unexpected }) => unexpected > 0));
  check("the caller was restarted, and some buttons were clicked twice", figures.total("lives") > figures.rounds.length && figures.total("clicks") > figures.total("intents"));
}

/** The same with a mistake in the recipe: it has to find refunds that were carried out twice. */
async function checkThatItCanFail() {
  const [round, count, patience] = [0, INTENTS_OF_A_WRONG_RECIPE, PATIENCE_WITH_THEM];
  const found = await Promise.all(WRONG.map(({ rates, ...wrong }) => playRound({ ...wrong, seed, round, count, patience, fates: new Fates(seed, rates) })));
  WRONG.forEach(({ Recipe }, at) => {
    const { doubles, carriedOut } = found[at];
    console.log(`a recipe that ${words(Recipe.name)}: ${doubles.length} of ${carriedOut} carried out twice`);
    check(`a recipe that ${words(Recipe.name)} is detected`, doubles.length > 0);
  });
  const { contradicted } = found[WRONG.findIndex(({ Recipe }) => Recipe === ShortensTheWait)];
  check("a verdict that contradicts the books is detected", contradicted.length > 0);
}

function words(name) {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).trim();
}
