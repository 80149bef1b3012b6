// The place beside the picture where a reversal is asked for and its outcome is seen; the same for payments and sales.

import type { Draft } from "iyzico-reversals";
import type { Desk } from "../desk/screen";
import { announce } from "../page/announcer";
import type { Ledger } from "../worker/client";
import { isOpen, type Intent } from "../worker/contract";
import { Refused } from "../worker/client";
import { refusalText } from "../desk/problem";
import { outcomeCard, outcomeLine, type Next } from "./outcome";
import { follow, take, type Progress } from "./take";

export interface Panel {
  /** Nothing is shown but the form. */
  isForm(): boolean;
  /** Hands a draft over and shows what becomes of it. */
  take(draft: Draft): void;
  /** Shows an intent of the ledger. */
  show(intent: Intent): void;
  close(): void;
  /** Follows whatever of these is still open, so that the picture settles by itself, and shows the one it shows as it is now. */
  watch(intents: readonly Intent[]): void;
  card(next: Ways): HTMLElement;
}

interface Ways extends Pick<Next, "byItem" | "recorded"> {
  again: (isDone: boolean) => void;
}

interface Picture {
  reload(): Promise<void>;
  /** An intent as it is now; it belongs into the picture even when that can't be read again. */
  note(intent: Intent): void;
}

export function reversalPanel(desk: Desk, ledger: Ledger | null, { reload, note }: Picture): Panel {
  let progress: Progress | null = null;
  let shown: { fingerprint: string; draft: Draft | null } | null = null;
  let problem: string | null = null;
  const watched = new Set<string>();

  return { isForm: () => progress === null, take: takeDraft, show, close, watch, card };

  function takeDraft(draft: Draft): void {
    if (!ledger) return;
    shown = { fingerprint: draft.fingerprint, draft };
    watched.add(draft.fingerprint);
    let isFirst = true;
    take(
      ledger,
      draft,
      (next) => {
        tell(draft.fingerprint, next, isFirst ? "outcome-title" : undefined);
        isFirst = false;
      },
      desk.left,
    );
  }

  function show(intent: Intent): void {
    shown = { fingerprint: intent.fingerprint, draft: null };
    problem = null;
    progress = { is: "seen", intent, already: false };
    desk.refresh("outcome-title");
  }

  function close(): void {
    progress = null;
    shown = null;
    problem = null;
  }

  /** Does something with the intent that is shown, and shows it as it is then. */
  async function change(work: (to: Ledger, fingerprint: string) => Promise<Intent>): Promise<void> {
    if (!ledger || !shown) return;
    const { fingerprint } = shown;
    try {
      const intent = await work(ledger, fingerprint);
      problem = null;
      note(intent);
      if (shown?.fingerprint === fingerprint) progress = { is: "seen", intent, already: false };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      problem = refusalText(error);
    }
    desk.refresh("outcome-title");
    await reload();
  }

  function watch(intents: readonly Intent[]): void {
    for (const intent of intents) {
      if (
        progress?.is === "seen" &&
        progress.intent.fingerprint === intent.fingerprint &&
        progress.intent.updatedAt <= intent.updatedAt &&
        !isOpen(intent)
      ) {
        progress = { ...progress, intent };
        announce(outcomeLine(progress));
      }
      if (!ledger || !isOpen(intent) || watched.has(intent.fingerprint)) continue;
      watched.add(intent.fingerprint);
      follow(ledger, intent.fingerprint, (next) => tell(intent.fingerprint, next), desk.left);
    }
  }

  function tell(fingerprint: string, next: Progress, focus?: string): void {
    const before = shown?.fingerprint === fingerprint ? progress : null;
    const isEnd = isSettled(next);
    if (isEnd) watched.delete(fingerprint);
    if (next.is === "seen") note(next.intent);
    if (shown?.fingerprint === fingerprint && !(before && isSameSight(before, next))) {
      progress = next;
      announce(outcomeLine(next));
      desk.refresh(focus);
    }
    // The first sight and the last change the picture; what lies between does not.
    if (isEnd || (next.is === "seen" && before?.is !== "seen")) void reload();
  }

  function card({ byItem, recorded, again }: Ways): HTMLElement {
    const now = progress ?? { is: "sending" };
    const draft = shown?.draft;
    return outcomeCard(now, {
      operator: desk.operator,
      again: () => again(now.is === "seen" && now.intent.state !== "failure"),
      resend: draft ? () => takeDraft(draft) : null,
      look: () => void reload(),
      settle: (finding) => void change((to, fingerprint) => to.settle(fingerprint, finding)),
      acknowledge: () => void change((to, fingerprint) => to.acknowledge(fingerprint)),
      problem,
      byItem,
      recorded,
    });
  }
}

/** Rendering the same again would only make the page restless. */
function isSameSight(before: Progress, next: Progress): boolean {
  if (before.is === "seen" && next.is === "seen") {
    return (
      before.intent.state === next.intent.state &&
      before.intent.by.length === next.intent.by.length &&
      before.already === next.already
    );
  }
  return before.is === next.is && (next.is === "sending" || next.is === "offline");
}

function isSettled(progress: Progress): boolean {
  if (progress.is === "seen") return !isOpen(progress.intent);
  return progress.is === "not-taken" || progress.is === "refused";
}
