// The page's side of the HTTP contract.

import type { Draft, Issue } from "iyzico-reversals";
import { language } from "../language";
import type { BulkProgress, Finding, FoundPayment, FoundSale, Intent, Sending, Session } from "./contract";

/** The worker said no, or (`status` null) nothing came back. */
export class Refused extends Error {
  constructor(
    readonly status: number | null,
    readonly code: string,
    message: string,
    readonly issues: readonly Issue[] = [],
    /** When it may be tried again. */
    readonly from: number | null = null,
    /** Of a file may be more than `issues` has. */
    readonly issueCount: number = issues.length,
  ) {
    super(message);
  }
}

/** The code of a refusal that isn't the worker's own: a proxy's, or that of a worker that died. */
export const UNREADABLE = "unreadable";

// Longer than the worker itself waits for iyzico's read-back.
const PATIENCE = 30_000;
// A refund's answer may take as long as the bank does.
const PATIENCE_WITH_A_BANK = 150_000;

export class Client {
  constructor(
    private readonly token: string,
    /** Called when the worker no longer knows the session. */
    private readonly ended: () => void,
  ) {}

  static async signIn(operator: string, password: string): Promise<Session> {
    return json(await ask("POST", "/api/session", { body: JSON.stringify({ operator, password }) }));
  }

  payment(paymentId: string): Promise<FoundPayment> {
    return this.read(`/api/payments/${encodeURIComponent(paymentId)}`);
  }

  sale(reference: string): Promise<FoundSale> {
    return this.read(`/api/sales/${encodeURIComponent(reference)}`);
  }

  /** Where the intents of a payment or sale are. */
  ledger(kind: "payments" | "sales", id: string): Ledger {
    const path = `/api/${kind}/${encodeURIComponent(id)}/intents`;
    return {
      take: async (draft) => {
        const response = await this.ask("POST", path, { body: JSON.stringify(draft), patience: PATIENCE_WITH_A_BANK });
        return { intent: await json<Intent>(response), already: response.status === 200 };
      },
      look: (fingerprint) => this.read(`${path}/${fingerprint}`),
      settle: (fingerprint, finding) => this.post(`${path}/${fingerprint}/settlement`, finding),
      acknowledge: (fingerprint) => this.post(`${path}/${fingerprint}/acknowledgement`, {}),
    };
  }

  sending(): Promise<Sending> {
    return this.read("/api/sending");
  }

  /** Stops all sending, or lets it go on. */
  turnSending(on: boolean, reason: string): Promise<Sending> {
    return this.post("/api/sending", { on, reason });
  }

  async startBulk(csv: string): Promise<{ bulkId: string; lines: number }> {
    return json(await this.ask("POST", "/api/bulk", { body: csv, type: "text/csv" }));
  }

  bulk(bulkId: string): Promise<BulkProgress> {
    return this.read(`/api/bulk/${encodeURIComponent(bulkId)}`);
  }

  /** Lets a paused file go on. */
  async resumeBulk(bulkId: string): Promise<BulkProgress> {
    return this.post(`/api/bulk/${encodeURIComponent(bulkId)}/resumption`, {});
  }

  async bulkReport(bulkId: string): Promise<Blob> {
    return (await this.ask("GET", `/api/bulk/${encodeURIComponent(bulkId)}/report`)).blob();
  }

  private async post<T>(path: string, body: object): Promise<T> {
    return json(await this.ask("POST", path, { body: JSON.stringify(body) }));
  }

  private async read<T>(path: string): Promise<T> {
    return json(await this.ask("GET", path));
  }

  private async ask(method: string, path: string, options: Options = {}): Promise<Response> {
    try {
      return await ask(method, path, { ...options, token: this.token });
    } catch (error) {
      if (error instanceof Refused && error.status === 401) this.ended();
      throw error;
    }
  }
}

export interface Ledger {
  /** Hands a draft over. `already`: its fingerprint was taken before, and nothing was sent again. */
  take(draft: Draft): Promise<{ intent: Intent; already: boolean }>;
  look(fingerprint: string): Promise<Intent>;
  /** Notes what a person found; the second one who found the same settles the intent. */
  settle(fingerprint: string, finding: Finding): Promise<Intent>;
  /** Says that its operator knows of a landing after all. */
  acknowledge(fingerprint: string): Promise<Intent>;
}

interface Options {
  body?: string;
  type?: string;
  token?: string;
  patience?: number;
}

async function ask(
  method: string,
  path: string,
  { body, type = "application/json", token, patience = PATIENCE }: Options,
): Promise<Response> {
  const headers = new Headers({ "Accept-Language": language() });
  if (token) headers.set("Authorization", `Bearer ${token}`);
  if (body !== undefined) headers.set("Content-Type", type);
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers,
      body: body ?? null,
      cache: "no-store",
      credentials: "omit",
      redirect: "error",
      signal: AbortSignal.timeout(patience),
    });
  } catch {
    throw new Refused(null, "offline", "no answer");
  }
  if (response.ok) return response;
  throw await refusal(response);
}

/** A body that breaks off is as good as no answer. */
async function json<T>(response: Response): Promise<T> {
  try {
    return await response.json();
  } catch {
    throw new Refused(null, "offline", "the answer broke off");
  }
}

async function refusal(response: Response): Promise<Refused> {
  try {
    const { error } = await response.json();
    const { code, message = "", issues = [], from = null, issueCount = issues.length } = error;
    return new Refused(response.status, String(code), String(message), issues, from, issueCount);
  } catch {
    return new Refused(response.status, UNREADABLE, "");
  }
}
