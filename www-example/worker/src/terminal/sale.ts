// The intents of one sale at a till, compared with the sale and with the status of each intent's reference.

import { draft as draftOf, validate, type IyzicoTerminal } from "iyzico-reversals";
import type { Answers, Draft, Outcome, QuestionName, SignedRequest } from "iyzico-reversals";
import type { Answer } from "iyzico-reversals/fetch";

import { decimal, sum, units } from "../amount.js";
import { fieldsOf, textOf } from "../body.js";
import type { Home } from "../ledger/home.js";
import type { Entry } from "../ledger/intent.js";
import { Keeper, type Admitted, type SeenIntent, type Taken, type Weighed, type Weighing } from "../ledger/keeper.js";
import { alreadyThere, invalid, refusalOf, refusals, type Refusal } from "../refusal.js";

const OPERATIONS = ["terminal.refund", "terminal.void"] as const;
const NO_SUCH_SALE: readonly string[] = ["380107", "380108"];
const PATIENCE_MS = 60_000;

export type TerminalRefund = (typeof OPERATIONS)[number];
type Question = Extract<QuestionName, `terminal.${string}`>;
type Sale = Answers["terminal.refundableSaleInfo"];
type Status = Answers["terminal.transactionStatus"];

export interface SaleView {
  readonly sale: Sale;
  readonly status: Status;
  readonly intents: readonly SeenIntent[];
}

/** The source of access tokens. */
export interface Terminals {
  /** `stale` is a token that was just refused. */
  access(stale: string | null): Promise<string | null>;
  open(accessToken: string): IyzicoTerminal;
}

/** An answer, and when iyzico was asked. */
interface Asked<O extends Question> {
  readonly outcome: Outcome<O>;
  readonly question: SignedRequest<O>;
  readonly answer: Answer | null;
  readonly askedAt: number;
}

export class SaleDesk extends Keeper<TerminalRefund> {
  readonly #terminals: Terminals;
  #terminal: { readonly token: string; readonly api: IyzicoTerminal } | null = null;

  constructor(home: Home<TerminalRefund>, terminals: Terminals) {
    super(home);
    this.#terminals = terminals;
  }

  async view(transactionReferenceId: string): Promise<SaleView | { readonly refusal: Refusal }> {
    await this.schedule();
    try {
      const found = await this.#find(transactionReferenceId);
      if ("refusal" in found) return found;
      this.settle(await this.ask(this.unsettled()));
      return { ...found, intents: this.intents() };
    } catch (error) {
      return { refusal: refusalFor(error) };
    }
  }

  async take(transactionReferenceId: string, draft: Draft, operator: string): Promise<Taken> {
    if (!isDoneHere(draft)) return { refusal: refusals.operationNotAllowed };
    try {
      return await this.takeIntent(draft, operator, transactionReferenceId);
    } catch (error) {
      return { refusal: refusalFor(error) };
    }
  }

  protected async sign(draft: Draft<TerminalRefund>): Promise<SignedRequest<TerminalRefund>> {
    return (await this.#api()).sign(draft);
  }

  protected async admit(draft: Draft<TerminalRefund>, target: string): Promise<Admitted> {
    // Before the sale: an intent that has landed changes what is left of it.
    const hindrance = this.hindrance(await this.ask(this.unsettled()));
    if (hindrance) return { refusal: hindrance };
    const found = await this.#find(target);
    if ("refusal" in found) return found;

    const { sale, status } = found;
    const fields = fieldsOf(draft);
    const transactionReferenceId = textOf(fields, "transactionReferenceId");
    const isItsOwn = textOf(fields, "paymentId") === status.paymentId && String(fields["paymentDate"]) === String(status.paymentDate);
    if (!isItsOwn || transactionReferenceId === null) return { refusal: refusals.foreignItem };
    if (draft.operation === "terminal.refund") {
      const checked = validate("terminal.refund", fields, { sale });
      if (!checked.ok) return { refusal: invalid(checked.issues) };
    }
    const { question, answer } = await this.#ask((api) => api.transactionStatus({ transactionReferenceId }));
    const there = alreadyThere((await this.#api()).precheck(draft, answer, { question }));
    if (there) return { refusal: there };
    return {
      subject: {
        paymentId: status.paymentId ?? "",
        paymentTransactionId: null,
        transactionReferenceId,
        amount: draft.operation === "terminal.refund" ? totalOf(fields) : null,
        currency: sale.currency ?? null,
        conversationId: textOf(fields, "conversationId"),
      },
    };
  }

  protected async read(draft: Draft<TerminalRefund>, answer: Answer | null): Promise<Outcome<TerminalRefund>> {
    // With any token: an answer must not be lost for lack of a new one.
    const outcome = (this.#terminal?.api ?? (await this.#api())).read(draft, answer);
    // Nothing was done. The next operator should get another token.
    if (outcome.status === "failure" && outcome.advice === "renew-token") await this.#api(this.#terminal?.token).catch(() => undefined);
    return outcome;
  }

  /** Asks about the reference of each intent. */
  protected async ask(entries: readonly Entry<TerminalRefund>[]): Promise<Weighing> {
    const weighed = entries.map(async (entry): Promise<[string, Weighed]> => [entry.fingerprint, await this.#weigh(entry)]);
    return new Map(await Promise.all(weighed));
  }

  async #weigh({ draft, transactionReferenceId, sentAt }: Entry<TerminalRefund>): Promise<Weighed> {
    try {
      const { question, answer, askedAt } = await this.#ask((api) => api.transactionStatus({ transactionReferenceId: transactionReferenceId ?? "" }));
      return { found: (await this.#api()).reconcile(draft, answer, { sentAt, askedAt, question }), askedAt };
    } catch (error) {
      if (!(error instanceof NoToken)) throw error;
      return { found: { verdict: "ambiguous", reason: "no-answer", reversals: [] }, askedAt: this.home.clock.now() };
    }
  }

  async #find(transactionReferenceId: string): Promise<{ sale: Sale; status: Status } | { refusal: Refusal }> {
    const { outcome: sale } = await this.#ask((api) => api.refundableSaleInfo({ transactionReferenceId }));
    if (sale.status !== "success") return { refusal: readRefusal(sale) };
    const { outcome: status } = await this.#ask((api) => api.transactionStatus({ transactionReferenceId }));
    if (status.status !== "success") return { refusal: readRefusal(status) };
    return { sale: sale.data, status: status.data };
  }

  /** Asks, and again with a new token if the first is refused: questions move no money. */
  async #ask<O extends Question>(ask: (api: IyzicoTerminal) => SignedRequest<O>): Promise<Asked<O>> {
    const first = await this.#askOnce(ask, await this.#api());
    const { outcome } = first;
    const isRefused = outcome.status === "failure" && outcome.advice === "renew-token";
    return isRefused ? this.#askOnce(ask, await this.#api(this.#terminal?.token)) : first;
  }

  async #askOnce<O extends Question>(ask: (api: IyzicoTerminal) => SignedRequest<O>, api: IyzicoTerminal): Promise<Asked<O>> {
    const question = ask(api);
    const askedAt = this.home.clock.now();
    const answer = await this.home.call(question, PATIENCE_MS);
    return { outcome: api.read(question, answer), question, answer, askedAt };
  }

  async #api(stale: string | null = null): Promise<IyzicoTerminal> {
    const accessToken = await this.#terminals.access(stale);
    if (accessToken === null) throw new NoToken("iyzico gives no access token");
    if (this.#terminal?.token === accessToken) return this.#terminal.api;
    const api = this.#terminal?.api.withToken(accessToken) ?? this.#terminals.open(accessToken);
    this.#terminal = { token: accessToken, api };
    return api;
  }
}

const isDoneHere = (draft: Draft): draft is Draft<TerminalRefund> => (OPERATIONS as readonly string[]).includes(draft.operation);

/** Whether a text can be a sale's reference; checked before an object is made for it. */
export function isSaleReference(text: string): boolean {
  try {
    draftOf("terminal.refundableSaleInfo", { transactionReferenceId: text });
    return true;
  } catch {
    return false;
  }
}

class NoToken extends Error {}

const refusalFor = (error: unknown) => (error instanceof NoToken ? refusals.unreachable : refusalOf(error));

const readRefusal = (outcome: Outcome<Question>) =>
  outcome.status === "failure" && NO_SUCH_SALE.includes(outcome.error.code) ? refusals.saleNotFound : refusals.unreachable;

function totalOf(fields: Readonly<Record<string, unknown>>): string {
  const items = fields["saleItems"] as readonly Readonly<Record<string, string>>[];
  return decimal(sum(items.map(({ returnAmount, totalPriceAmount }) => units(returnAmount ?? totalPriceAmount ?? ""))));
}
