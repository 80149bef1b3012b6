// The desk of one terminal sale, as a Durable Object.

import { IyzicoTerminal, type Draft } from "iyzico-reversals";

import { environmentOf } from "../card/iyzico.js";
import type { Taken } from "../ledger/keeper.js";
import type { Refusal } from "../refusal.js";
import { SaleDesk, type SaleView, type TerminalRefund } from "../terminal/sale.js";
import { DeskObject } from "./desk-object.js";
import { homeOf } from "./home.js";

export class SaleLedger extends DeskObject<TerminalRefund> {
  protected readonly desk = new SaleDesk(homeOf(this.ctx, this.env), {
    access: (stale) => this.env.TERMINAL_TOKENS.getByName("shop").access(stale),
    open: (accessToken) => {
      const { IYZICO_BASE_URL: baseUrl } = this.env;
      return new IyzicoTerminal(baseUrl ? { accessToken, baseUrl } : { accessToken, environment: environmentOf(this.env) });
    },
  });

  view(transactionReferenceId: string): Promise<SaleView | { readonly refusal: Refusal }> {
    return this.desk.view(transactionReferenceId);
  }

  take(transactionReferenceId: string, draft: Draft, operator: string): Promise<Taken> {
    return this.desk.take(transactionReferenceId, draft, operator);
  }
}
