// The ledger of one sale made at a terminal.

import { draft as draftOf, IyzicoTerminal, validate } from "iyzico-reversals";
import type { Answers, Draft, Outcome, QuestionName, Reconciliation, Request } from "iyzico-reversals";

import { decimal, sum, units } from "../amount.js";
import { fieldsOf, textOf } from "../body.js";
import { environmentOf } from "../card/iyzico.js";
import { exchange, type Answer } from "../exchange.js";
import type { Entry, Intent } from "../ledger/intent.js";
import { Keeper, type Admitted, type Taken } from "../ledger/keeper.js";
import { invalid, refusalOf, refusals, type Refusal } from "../refusal.js";

const OPERATIONS = ["terminal.refund", "terminal.void"] as const;
const NO_SUCH_SALE: readonly string[] = ["380107", "380108"];
const PATIENCE_MS = 60_000;

type TerminalRefund = (typeof OPERATIONS)[number];
type Question = Extract<QuestionName, `terminal.${string}`>;
type Sale = Answers["terminal.refundableSaleInfo"];
type Status = Answers["terminal.transactionStatus"];

export interface SaleView {
  readonly sale: Sale;
  readonly status: Status;
  readonly intents: readonly Intent[];
}

export class SaleLedger extends Keeper<TerminalRefund> {
  #terminal: { readonly token: string; readonly api: IyzicoTerminal } | null = null;

  async view(transactionReferenceId: string): Promise<SaleView | { readonly refusal: Refusal }> {
    try {
      const found = await this.#find(transactionReferenceId);
      if ("refusal" in found) return found;
      await this.reconsider((entry) => this.verdict(entry));
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

  protected async sign(draft: Draft<TerminalRefund>): Promise<Request<TerminalRefund>> {
    return (await this.#api()).sign(draft);
  }

  protected async admit(draft: Draft<TerminalRefund>, target: string): Promise<Admitted> {
    // A till does one thing at a time, and lines can't be told apart while one of them is in doubt.
    if (this.ledger.inState("sending", "checking", "ambiguous").length > 0) return { refusal: refusals.stillOpen };
    const found = await this.#find(target);
    if ("refusal" in found) return found;

    const { sale, status } = found;
    const fields = fieldsOf(draft);
    const isItsOwn = textOf(fields, "paymentId") === status.paymentId && String(fields["paymentDate"]) === String(status.paymentDate);
    if (!isItsOwn) return { refusal: refusals.foreignItem };
    if (draft.operation === "terminal.refund") {
      const checked = validate("terminal.refund", fields, { sale });
      if (!checked.ok) return { refusal: invalid(checked.issues) };
    }
    return {
      subject: {
        paymentId: status.paymentId ?? "",
        paymentTransactionId: null,
        transactionReferenceId: textOf(fields, "transactionReferenceId"),
        amount: draft.operation === "terminal.refund" ? totalOf(fields) : null,
        currency: sale.currency ?? null,
        conversationId: textOf(fields, "conversationId"),
      },
    };
  }

  protected async read(draft: Draft<TerminalRefund>, [status, text]: Answer): Promise<Outcome<TerminalRefund>> {
    // Whichever token it has: an answer that came must not be lost because there is no new one.
    const outcome = (this.#terminal?.api ?? (await this.#api())).read(draft, status, text);
    // Nothing was done, and the next operator should not meet the same token.
    if (outcome.status === "failure" && outcome.advice === "renew-token") await this.#api(this.#terminal?.token);
    return outcome;
  }

  protected async verdict({ draft, transactionReferenceId }: Entry<TerminalRefund>): Promise<Reconciliation> {
    const ask = (api: IyzicoTerminal) => api.transactionStatus({ transactionReferenceId: transactionReferenceId ?? "" });
    const [, , answer] = await this.#ask(ask);
    return (await this.#api()).reconcile(draft, ...answer);
  }

  async #find(transactionReferenceId: string): Promise<{ sale: Sale; status: Status } | { refusal: Refusal }> {
    const [sale] = await this.#ask((api) => api.refundableSaleInfo({ transactionReferenceId }));
    if (sale.status !== "success") return { refusal: readRefusal(sale) };
    const [status] = await this.#ask((api) => api.transactionStatus({ transactionReferenceId }));
    if (status.status !== "success") return { refusal: readRefusal(status) };
    return { sale: sale.data, status: status.data };
  }

  /** Asks, once more with a new token if the one at hand is refused: asking moves no money. */
  async #ask<O extends Question>(
    ask: (api: IyzicoTerminal) => Request<O>,
  ): Promise<[Outcome<O>, Request<O>, Answer]> {
    const first = await this.#askOnce(ask, await this.#api());
    const [outcome] = first;
    const isRefused = outcome.status === "failure" && outcome.advice === "renew-token";
    return isRefused ? this.#askOnce(ask, await this.#api(this.#terminal?.token)) : first;
  }

  async #askOnce<O extends Question>(
    ask: (api: IyzicoTerminal) => Request<O>,
    api: IyzicoTerminal,
  ): Promise<[Outcome<O>, Request<O>, Answer]> {
    const request = ask(api);
    const answer = await exchange(request, PATIENCE_MS);
    return [api.read(request, ...answer), request, answer];
  }

  async #api(stale: string | null = null): Promise<IyzicoTerminal> {
    const accessToken = await this.env.TERMINAL_TOKENS.getByName("shop").access(stale);
    if (accessToken === null) throw new NoToken("iyzico gives no access token");
    if (this.#terminal?.token === accessToken) return this.#terminal.api;
    const { IYZICO_BASE_URL: baseUrl } = this.env;
    const api =
      this.#terminal?.api.withToken(accessToken) ??
      new IyzicoTerminal(baseUrl ? { accessToken, baseUrl } : { accessToken, environment: environmentOf(this.env) });
    this.#terminal = { token: accessToken, api };
    return api;
  }
}

const isDoneHere = (draft: Draft): draft is Draft<TerminalRefund> => (OPERATIONS as readonly string[]).includes(draft.operation);

/** Whether this can be a sale's reference at all; asked before an object is made for it. */
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
