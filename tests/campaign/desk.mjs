// Thousands of refunds through the refund desk in workerd, on a fast clock, in an unkind world: its processes are killed and restarted
// while operators work; then iyzico's books decide: node desk.mjs [--refunds N] [--seed TEXT]
//
// The seed decides the refunds, the faults and what iyzico shows. The kills happen in real time.

import { parseArgs } from "node:util";

import { formatAmount } from "../../www-example/sandbox/money.mjs";
import { check, conclude, none } from "./checks.mjs";
import { audit, isLeftToPeople } from "./desk/books.mjs";
import { Counter } from "./desk/counter.mjs";
import { groupsOf } from "./desk/debts.mjs";
import { People } from "./desk/people.mjs";
import { eachOf, eventsOf, recordOf, settleAll } from "./desk/record.mjs";
import { Site } from "./desk/site.mjs";
import { Trouble } from "./desk/trouble.mjs";
import { alterTheBooks, askAgain, askAgainWithoutTheRule, sendOutsideTheDesk } from "./desk/wrong.mjs";
import { counted, line, list } from "./figures.mjs";
import { planRound } from "./plan.mjs";
import { Random } from "../support/random.mjs";

const OPERATORS = 4;
const CURRENCIES = ["TRY", "EUR", "USD"];
const MINUTE = 60_000;
/** The number of refunds from which this is the whole campaign, not the small one of the tests. */
const MANY = 1_000;
const OF_MANY = { paymentsAtOnce: 40, patience: 240 * MINUTE, troubleEvery: 6_000, leastKills: 20 };
const OF_FEW = { paymentsAtOnce: 16, patience: 50 * MINUTE, troubleEvery: 2_500, leastKills: 3 };
/** The share of intents left to people that they don't settle. */
const LEFT_SHARE = 0.2;

const { values } = parseArgs({ options: { refunds: { type: "string", default: "120" }, seed: { type: "string", default: "5" } } });
const wanted = Number(values.refunds);
const { seed } = values;
if (!(wanted > 0)) {
  console.error("usage: node desk.mjs [--refunds N] [--seed TEXT]");
  process.exit(2);
}

const started = performance.now();
const { paymentsAtOnce, patience, troubleEvery, leastKills } = wanted >= MANY ? OF_MANY : OF_FEW;
const { shop, intents, panel } = planRound({ seed: `${seed} desk`, round: 0, count: wanted, impatience: 0 });
const groups = groupsOf(intents);
const debts = groups.flat();
const site = await Site.open({ shop, unkind: { random: true, kind: true, seed }, operators: OPERATORS });
try {
  const { sandbox } = site;
  const people = new People({ site, seed });
  const counter = new Counter({ site, people, seed, patience });
  const trouble = new Trouble({ site, seed, every: troubleEvery });

  const troubling = trouble.run({ least: leastKills });
  const panelOf = new Map(panel.map(({ order }) => [order.paymentId, order]));
  const shuffled = new Random(seed, "groups").shuffled(groups);
  await eachOf(shuffled, (own) => counter.serve(own, { panel: panelOf.get(own[0].paymentId) }), paymentsAtOnce);
  trouble.over();
  await troubling;
  await settleAll({ site, groups, people, isLeft: (path) => new Random(seed, "left", path).chance(LEFT_SHARE) });

  const record = await recordOf({ site, groups });
  const events = await eventsOf({ site, groups, record });
  const found = audit({ debts, record, sandbox });
  print({ found, record, events, people, counter, trouble });
  checkTheBooks(found);
  check(`the desk was killed at least ${leastKills} times`, trouble.kills >= leastKills);
  // With few kills, none may happen between recording and answer.
  if (wanted >= MANY) check("kills fell between recording and hearing", events.some(isOrphaned));
  // How much is never sent depends on the worlds and on the load of the machine.
  check("more than a quarter was carried out", found.carriedOut * 4 > wanted);

  await checkThatItCanFail({ debts, record, sandbox });
} finally {
  await site.close();
}
conclude();

function checkTheBooks(found) {
  none("no refund was carried out twice", found.doubles);
  none("no refund was carried out that the desk has as not done", found.lost);
  none("no refund is booked that was not carried out", found.invented);
  none("every refund is settled, or left to a person", found.unsettled);
  none("every amount is the one requested", found.otherAmount);
  none("no money moved that the desk does not know of", found.unrecorded);
  none("no payment was refunded by more than was paid", found.aboveThePaid);
  check("as many refunds were carried out as the journal has movements", found.carriedOut === found.movements);
  for (const currency of CURRENCIES) {
    const [books, desk, persons] = ["books", "desk", "persons"].map((name) => found[name][currency] ?? 0n);
    check(`${currency}: desk and simulator agree to the kuruş, counting what is left to a person`, books === desk + persons);
  }
  const inAll = Object.values(found.books).reduce((sum, units) => sum + units, found.inPanel);
  check("the sum of all currencies agrees with the simulator's movements", inAll === found.booksMoved);
}

/** The audit has to find what is wrong, where something is. */
async function checkThatItCanFail({ debts, record, sandbox }) {
  const { isLossFound, isInventionFound } = alterTheBooks({ debts, record, sandbox });
  check("books that hide a refund are detected", isLossFound);
  check("books with a refund that never happened are detected", isInventionFound);
  const [outside, again, without] = [await sendOutsideTheDesk(site), await askAgain(site), await askAgainWithoutTheRule(shop)];
  line("operators who send outside the desk", `${outside.doubles.length} of ${outside.carriedOut} carried out twice`);
  line("operators who ask again at once", `${again.doubles.length} of ${again.carriedOut} carried out twice`);
  line("  at a desk that lets them", `${without.doubles.length} of ${without.carriedOut} carried out twice`);
  check("refunds sent outside the desk are detected", outside.doubles.length > 0);
  check("the desk refuses operators who ask again at once", again.doubles.length === 0);
  check("a desk that lets them is detected", without.doubles.length > 0);
}

function print({ found, record, events, people, counter, trouble }) {
  const seconds = (performance.now() - started) / 1000;
  const journal = site.sandbox.journal();
  const taken = [...record.values()].filter((intent) => intent !== null);
  line("seed", seed);
  line("payments and sales", groups.length);
  line("the desk's time", `${((site.now() - journalStart(journal)) / 3_600_000).toFixed(1)} hours`);
  line("refunds owed", debts.length);
  line("  never asked for", debts.filter(({ attempts }) => attempts.length === 0).length);
  line("  asked for again after a failure", debts.filter(({ attempts }) => attempts.length > 1).length);
  line("taken by the desk", taken.length);
  line("carried out", found.carriedOut);
  const done = taken.filter(({ state }) => state === "success");
  for (const [operation, count] of counted(done.map((intent) => intent.operation))) line(`  ${operation}`, count);
  line("clicks", `${counter.clicks}, ${counter.lost} of them unanswered`);
  line("kills", trouble.kills);
  line("gentle restarts", trouble.restarts);
  line("sending stopped and resumed", trouble.stops);
  line("requests to iyzico", `${journal.length}, ${Math.round(journal.length / seconds)} a second`);
  list("faults", counted(journal.flatMap(({ fault }) => fault?.split(":")[0] ?? [])));
  line("left by a death, then read back", events.filter(isOrphaned).length);
  line("recorded and not sent: no longer fresh", events.filter(isUnsent).length);
  list("settled as", counted(taken.map(({ state, settledBy }) => [state, settledBy].filter(Boolean).join(", by "))));
  line("landed after the desk had said failure", landedAfterAll(events));
  const untaken = debts.filter(({ attempts }) => attempts.length > 0 && attempts.every(({ name }) => record.get(name) === null));
  list("never taken, by the last refusal", counted(untaken.map(({ attempts }) => attempts.at(-1).refusal ?? "no answer in time")));
  list("refusals heard", counter.refusals);
  list("left to people", counted([...people.reasons.values()]));
  line("  two of them found: landed", people.findings.landed);
  line("  two of them found: not landed", people.findings["not landed"]);
  line("  left for good", taken.filter(isLeftToPeople).length);
  for (const name of ["doubles", "lost", "unsettled"]) line(name, found[name].length);
  for (const currency of CURRENCIES) {
    const [books, desk, persons] = ["books", "desk", "persons"].map((name) => formatAmount(found[name][currency] ?? 0n));
    line(`refunded, ${currency}`, `simulator ${books}, desk ${desk}, left to a person ${persons}`);
  }
  line("seconds", seconds.toFixed(1));
}

function isOrphaned({ details }) {
  return details?.because === "orphaned";
}

function isUnsent({ details }) {
  return String(details?.because).startsWith("not sent");
}

function journalStart([first]) {
  return first ? Date.parse(first.at) : site.now();
}

function landedAfterAll(events) {
  const failed = new Set();
  const landed = new Set();
  for (const { fingerprint, kind, state } of events) {
    if (kind !== "moved") continue;
    if (state === "failure") failed.add(fingerprint);
    if (state === "success" && failed.has(fingerprint)) landed.add(fingerprint);
  }
  return landed.size;
}
