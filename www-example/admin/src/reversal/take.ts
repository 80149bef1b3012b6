// Hands one intent to the worker and watches it until it is settled. Nothing here sends a second time by itself.

import type { Draft } from "iyzico-reversals";
import { isOpen, type Intent } from "../worker/contract";
import { Refused, UNREADABLE, type Ledger } from "../worker/client";

export type Progress =
  | { readonly is: "sending" }
  | { readonly is: "seen"; readonly intent: Intent; readonly already: boolean }
  /** The connection broke: nobody on this page knows yet whether the worker has it. */
  | { readonly is: "offline" }
  /** The worker has never seen it, so nothing was sent to iyzico. */
  | { readonly is: "not-taken" }
  | { readonly is: "refused"; readonly refusal: Refused };

type Report = (progress: Progress) => void;

const FIRST_LOOK = 700;
const LAST_LOOK = 4_000;

/** Hands the draft over; should its answer be slow or lost, the worker's ledger is asked meanwhile. */
export function take(ledger: Ledger, draft: Draft, report: Report, signal: AbortSignal): void {
  const post: { is: "waiting" | "lost" | "answered" } = { is: "waiting" };
  const watch = new Watch(ledger, draft.fingerprint, report, signal);
  report({ is: "sending" });
  ledger.take(draft).then(
    ({ intent, already }) => {
      post.is = "answered";
      watch.see(intent, already);
    },
    (error: unknown) => {
      if (!(error instanceof Refused)) throw error;
      if (isDoubtful(error)) {
        post.is = "lost";
        watch.tell({ is: "offline" });
      } else {
        post.is = "answered";
        watch.end({ is: "refused", refusal: error });
      }
    },
  );
  void watch.run(() => post.is === "lost");
}

/** No answer, or one the worker did not write: it may have the intent all the same. */
const isDoubtful = ({ status, code }: Refused): boolean => status === null || (status >= 500 && code === UNREADABLE);

/** Watches an intent the worker already has. */
export function follow(ledger: Ledger, fingerprint: string, report: Report, signal: AbortSignal): void {
  void new Watch(ledger, fingerprint, report, signal).run(() => false);
}

class Watch {
  #ended = false;
  #already = false;

  constructor(
    private readonly ledger: Ledger,
    private readonly fingerprint: string,
    private readonly report: Report,
    private readonly signal: AbortSignal,
  ) {}

  see(intent: Intent, already = false): void {
    this.#already ||= already;
    const progress = { is: "seen", intent, already: this.#already } as const;
    if (isOpen(intent)) this.tell(progress);
    else this.end(progress);
  }

  tell(progress: Progress): void {
    if (!this.#ended && !this.signal.aborted) this.report(progress);
  }

  end(progress: Progress): void {
    this.tell(progress);
    this.#ended = true;
  }

  async run(isLost: () => boolean): Promise<void> {
    for (let pause = FIRST_LOOK; ; pause = Math.min(pause * 1.4, LAST_LOOK)) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      if (this.#ended || this.signal.aborted) return;
      // Whether the hand-over was lost BEFORE this look: only then does "never seen" mean anything.
      const lost = isLost();
      try {
        this.see(await this.ledger.look(this.fingerprint));
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        if (error.status === 401) return;
        if (error.status === 404 && lost) return this.end({ is: "not-taken" });
        if (error.status === null && lost) this.tell({ is: "offline" });
      }
    }
  }
}
