// Adds up and prints the figures of all rounds.

import { formatAmount } from "../../www-example/sandbox/money.mjs";

const OPERATIONS = ["refund", "refundV2", "cancel", "terminal.refund", "terminal.void"];

export class Figures {
  currencies = ["TRY", "EUR", "USD"];

  constructor(rounds) {
    this.rounds = rounds;
  }

  total(name) {
    return this.rounds.reduce((sum, round) => sum + round[name], 0);
  }

  units(name) {
    return this.rounds.reduce((sum, round) => sum + round[name], 0n);
  }

  all(name) {
    return this.rounds.flatMap((round) => round[name]);
  }

  /** The amount refunded in this currency, by these books. */
  sum(books, currency) {
    return this.rounds.reduce((units, round) => units + (round[books][currency] ?? 0n), 0n);
  }

  /** How often the package gave this verdict. */
  verdicts(verdict) {
    return this.all("said").filter((said) => said.verdict === verdict).length;
  }

  /** How often each fault struck, the network's own included. */
  faults(own) {
    const struck = counted(this.all("faults").map((fault) => fault.split(":")[0]));
    for (const [fault, count] of own) struck.set(fault, count);
    return struck;
  }

  print({ seed, ownFaults, seconds }) {
    const rows = this.all("rows");
    line("seed", seed);
    line("unkind worlds", `${this.total("records")} payments and sales in ${this.rounds.length} shops`);
    line("longest day in a world", `${Math.max(...this.rounds.map(({ days }) => days)).toFixed(1)} days`);
    line("refunds asked for", this.total("intents"));
    line("  of which never recorded", this.total("intents") - rows.length);
    line("carried out", this.total("carriedOut"));
    for (const operation of OPERATIONS) {
      const of = rows.filter((row) => row.operation === operation);
      line(`  ${operation}`, `${of.filter(({ times }) => times > 0).length} of ${of.length}`);
    }
    line("clicks", this.total("clicks"));
    line("restarts of the caller", this.total("lives") - this.rounds.length);
    line("requests", `${this.total("sent")}, ${Math.round(this.total("sent") / seconds)} a second`);
    const faults = this.faults(ownFaults);
    list("faults", faults);
    this.#printVerdicts();
    list("settled as", counted(rows.map(({ state, advice }) => (state === "failure" ? `failure, ${advice}` : state))));
    line("sent more than once, after all", rows.filter(({ attempts }) => attempts.length > 1).length);
    this.#printPersons(rows);
    for (const name of ["doubles", "lost", "unsettled", "contradicted"]) line(name, this.all(name).length);
    for (const currency of this.currencies) {
      const [books, ledger, persons] = ["books", "ledger", "persons"].map((name) => formatAmount(this.sum(name, currency)));
      line(`refunded, ${currency}`, `simulator ${books}, caller ${ledger}, left to a person ${persons}`);
    }
    const audits = this.all("dayBooks");
    const of = (name) => audits.reduce((sum, audit) => sum + audit[name], 0);
    line("days audited", of("days"));
    for (const kind of ["unexpected", "landed", "late"]) line(`  ${kind}`, of(kind));
    line("seconds", seconds.toFixed(1));
  }

  #printVerdicts() {
    const said = this.all("said");
    for (const by of ["read", "reconcile", "precheck"]) {
      const own = said.filter((one) => one.by === by);
      list(`${by} said`, counted(own.map(({ verdict, reason }) => [verdict, reason].filter(Boolean).join(", "))));
    }
  }

  /** Intents that iyzico's answers did not decide. */
  #printPersons(rows) {
    const sent = rows.filter(({ attempts }) => attempts.length > 0);
    const isLeft = ({ state }) => state === "person";
    line("left to a person", shareOf(rows, isLeft));
    for (const [title, some] of [["never sent", rows.filter((row) => !sent.includes(row))], ["sent", sent]]) {
      const left = some.filter(isLeft);
      line(`  ${title}`, left.length);
      if (title === "sent") line("    and carried out", left.filter(({ times }) => times > 0).length);
      for (const [reason, count] of counted(left.map(({ reason }) => reason))) line(`    ${reason}`, count);
    }
    for (const style of counted(rows.map((row) => row.style)).keys()) {
      line(`  of those sent, by id: ${style}`, shareOf(sent.filter((row) => row.style === style), isLeft));
    }
  }
}

export function line(name, value) {
  console.log(`${name.padEnd(44)} ${value}`);
}

export function list(title, counts) {
  line(title, [...counts.values()].reduce((sum, count) => sum + count, 0));
  for (const [name, count] of [...counts].sort()) line(`  ${name}`, count);
}

export function counted(names) {
  const counts = new Map();
  for (const name of [...names].sort()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function shareOf(rows, holds) {
  const part = rows.filter(holds).length;
  return `${part} of ${rows.length}, ${((100 * part) / rows.length).toFixed(1)} %`;
}
