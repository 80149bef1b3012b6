// What became of an intent, and what to do now.

import type { Doubt, Outcome } from "iyzico-reversals";
import { refusalText } from "../desk/problem";
import { words } from "../language";
import { dayAndTime } from "../language/time";
import { el, type Child } from "../page/element";
import { facts, identifier, type Fact } from "../page/facts";
import { icon, type IconName } from "../page/icon";
import type { Finding, Intent } from "../worker/contract";
import { hindranceText } from "./hindrance";
import { settleForm } from "./settle";
import type { Progress } from "./take";
import { amountOf, nameOfOperation } from "./words-of";

export interface Next {
  readonly operator: string;
  /** Back to the form. */
  readonly again: () => void;
  /** The same draft once more; its fingerprint keeps it one movement. */
  readonly resend: (() => void) | null;
  /** Has the payment or sale read again. */
  readonly look: () => void;
  /** Tells the desk what this operator found. */
  readonly settle: (finding: Finding) => void;
  /** Tells the desk that this operator knows of a landing after all. */
  readonly acknowledge: () => void;
  /** Why the desk did not take the last of these. */
  readonly problem: string | null;
  /** What iyzico's own records call it, once they have it. */
  readonly recorded: (intent: Intent) => readonly Fact[];
  /** To the refund by item, when the failure says that this is the way. */
  readonly byItem: (() => void) | null;
}

type Tone = "good" | "bad" | "doubt" | "waiting";

interface Told {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly title: string;
  readonly parts: readonly Child[];
  readonly buttons?: readonly Child[];
}

export function outcomeCard(progress: Progress, next: Next): HTMLElement {
  const { tone, icon: drawing, title, parts, buttons = [] } = told(progress, next);
  return el(
    "section",
    { class: `outcome ${tone}`, "aria-labelledby": "outcome-title", "data-state": stateOf(progress) },
    el(
      "div",
      { class: "outcome-head" },
      el(
        "span",
        { class: "outcome-mark" },
        tone === "waiting" ? el("span", { class: "spinner", "aria-hidden": "true" }) : icon(drawing),
      ),
      el("h2", { id: "outcome-title", tabindex: "-1" }, title),
    ),
    el("div", { class: "outcome-body" }, ...parts, el("div", { class: "buttons" }, ...buttons)),
  );
}

/** The outcome in one sentence, for those who hear the page. */
export function outcomeLine(progress: Progress): string {
  const nothing = () => {};
  const next = { operator: "", again: nothing, resend: null, look: nothing, settle: nothing, acknowledge: nothing, problem: null };
  return told(progress, { ...next, recorded: () => [], byItem: null }).title;
}

const stateOf = (progress: Progress): string => (progress.is === "seen" ? progress.intent.state : progress.is);

function told(progress: Progress, next: Next): Told {
  const w = words().outcome;
  switch (progress.is) {
    case "sending":
      return { tone: "waiting", icon: "wait", title: w.sending, parts: [el("p", {}, w.sendingText)] };
    case "offline":
      return { tone: "waiting", icon: "offline", title: w.offline, parts: [el("p", {}, w.offlineText)] };
    case "not-taken":
      return {
        tone: "bad",
        icon: "offline",
        title: w.notTaken,
        parts: [el("p", {}, w.notTakenText)],
        buttons: [next.resend && strong("outcome-resend", w.resend, next.resend), plain("outcome-again", w.toForm, next.again)],
      };
    case "refused":
      return {
        tone: "bad",
        icon: "cross",
        title: w.refusedByDesk,
        parts: [
          el("p", {}, refusalText(progress.refusal)),
          progress.refusal.issues.length > 0 &&
            el("ul", {}, ...progress.refusal.issues.map(({ path, message }) => el("li", {}, `${path.join(".")} ${message}`))),
        ],
        buttons: [plain("outcome-again", w.toForm, next.again)],
      };
    case "seen":
      return toldOf(progress.intent, progress.already, next);
  }
}

function toldOf(intent: Intent, already: boolean, next: Next): Told {
  const w = words().outcome;
  const shared = already && el("p", { class: "note" }, sharedNote(intent, next.operator));
  const amount = amountOf(intent);
  const isWhole = intent.amount === null;
  switch (intent.state) {
    case "sending":
      return { tone: "waiting", icon: "wait", title: w.sending, parts: [shared, el("p", {}, w.sendingText)] };
    case "checking":
      return {
        tone: "waiting",
        icon: "eye",
        title: w.checking,
        parts: [
          shared,
          el("p", {}, w.checkingText),
          el("p", { class: "quiet" }, doubtOf(intent.outcome)),
          references(intent, next),
        ],
        buttons: [plain("outcome-again", w.leave, next.again)],
      };
    case "success":
      return {
        tone: "good",
        icon: "check",
        title: isWhole ? w.undone : w.refunded(amount),
        parts: [
          shared,
          intent.isLandedAfterAll && el("p", { class: "note doubt" }, hindranceText(intent)),
          el("p", {}, SUCCESS_WORDS[intent.settledBy ?? "answer"]()),
          problemNote(next),
          references(intent, next),
        ],
        buttons: [
          intent.isLandedAfterAll && strong("outcome-known", w.known, next.acknowledge),
          plain("outcome-again", w.another, next.again),
        ],
      };
    case "failure":
      return toldFailure(intent, shared, next);
    case "ambiguous":
      return {
        tone: "doubt",
        icon: "eye",
        title: w.ambiguous,
        parts: [
          shared,
          el("p", {}, w.ambiguousText),
          el(
            "ol",
            { class: "steps" },
            ...w
              .lookFor(
                intent.transactionReferenceId ?? intent.paymentId,
                amount,
                intent.conversationId ?? "–",
                dayAndTime(intent.createdAt),
              )
              .map((step) => el("li", {}, step)),
          ),
          el("p", { class: "quiet" }, doubtOf(intent.outcome)),
          el("p", { class: "quiet" }, hindranceText(intent)),
          readBackNote(intent),
          settleForm(intent, next.operator, next.settle),
          problemNote(next),
          references(intent, next),
        ],
        buttons: [strong("outcome-look", w.look, next.look), plain("outcome-again", w.toForm, next.again)],
      };
  }
}

function toldFailure(intent: Intent, shared: Child, next: Next): Told {
  const w = words().outcome;
  const { outcome } = intent;
  const title = intent.amount === null ? w.notUndone : w.notRefunded(amountOf(intent));
  const again = strong("outcome-again", w.toForm, next.again);
  // Not landed: iyzico's books say so, though no answer ever did.
  if (outcome?.status !== "failure") {
    return {
      tone: "bad",
      icon: "cross",
      title,
      parts: [
        shared,
        el("p", {}, intent.settledBy === "person" ? w.notLandedByPeople : w.notLanded),
        ...openParts(intent, next),
        references(intent, next),
      ],
      buttons: [again],
    };
  }
  const { error, advice } = outcome;
  const goesByItem = (advice === "use-item-refund" || advice === "after-day-end") && next.byItem;
  return {
    tone: "bad",
    icon: "cross",
    title,
    parts: [
      shared,
      el("p", { class: "advice" }, w.advice[advice]),
      el(
        "p",
        { class: "said" },
        `${w.iyzicoSays} `,
        el("q", {}, error.message ?? w.noMessage),
        " ",
        identifier(`(${[error.code, error.group].filter(Boolean).join(", ")})`),
      ),
      ...openParts(intent, next),
      references(intent, next),
    ],
    buttons: goesByItem
      ? [strong("outcome-by-item", w.byItem, next.byItem), plain("outcome-again", w.toForm, next.again)]
      : [again],
  };
}

/** A failure that iyzico's records don't confirm yet, or never will. */
function openParts(intent: Intent, next: Next): Child[] {
  if (!intent.hindrance) return [];
  const isForTime = intent.hindrance.from !== null;
  return [
    el("p", { class: "note", id: "next-from" }, hindranceText(intent)),
    ...(isForTime ? [] : [readBackNote(intent), settleForm(intent, next.operator, next.settle)]),
    problemNote(next),
  ];
}

/** What iyzico's records say, and the rows that leave the doubt. */
function readBackNote({ readBack }: Intent): Child {
  if (!readBack || readBack.verdict !== "ambiguous") return null;
  const w = words().outcome;
  const rows = readBack.reversals.map(({ id, reference, amount, currency, createdDate }) =>
    el("li", {}, identifier([id, reference, amount, currency, createdDate].filter(Boolean).join(" · "))),
  );
  return el(
    "div",
    { class: "quiet", id: "read-back" },
    el("p", {}, `${w.recordsSay} ${w.doubts[readBack.reason as Doubt] ?? readBack.reason}`),
    rows.length > 0 && el("ul", {}, ...rows),
  );
}

const problemNote = ({ problem }: Next): Child => problem && el("p", { class: "problem", role: "alert", id: "outcome-problem" }, problem);

const SUCCESS_WORDS = {
  answer: () => words().outcome.proven,
  "read-back": () => words().outcome.foundByReadBack,
  person: () => words().outcome.foundByPeople,
};

const strong = (id: string, label: string, click: () => void): HTMLElement =>
  el("button", { id, type: "button", class: "button strong", on: { click } }, label);

const plain = (id: string, label: string, click: () => void): HTMLElement =>
  el("button", { id, type: "button", class: "button", on: { click } }, label);

function sharedNote(intent: Intent, operator: string): string {
  const w = words().outcome;
  const [first = ""] = intent.by;
  const when = dayAndTime(intent.createdAt);
  return first === operator ? w.alreadyYours(when) : w.alreadyTheirs(first, when);
}

function doubtOf(outcome: Outcome | null): string {
  return outcome?.status === "unknown" ? words().outcome.reasons[outcome.reason] : "";
}

function references(intent: Intent, { recorded }: Next): HTMLElement {
  const w = words().references;
  const data: Readonly<Record<string, unknown>> = intent.outcome?.status === "success" ? { ...intent.outcome.data } : {};
  const known = (name: string): Child => (typeof data[name] === "string" && data[name] !== "" ? identifier(data[name]) : null);
  const list: Fact[] = [
    [w.operation, nameOfOperation(intent.operation)],
    [w.item, intent.paymentTransactionId && identifier(intent.paymentTransactionId)],
    ...recorded(intent),
    [w.refundHostReference, known("refundHostReference")],
    [w.cancelHostReference, known("cancelHostReference")],
    [w.hostReference, known("hostReference")],
    [w.authCode, known("authCode")],
    [w.invoiceNo, known("invoiceNo")],
    [w.transactionReferenceId, intent.transactionReferenceId && identifier(intent.transactionReferenceId)],
    [w.conversationId, intent.conversationId && identifier(intent.conversationId)],
    [w.by, intent.by.join(", ")],
  ];
  return facts(list);
}
