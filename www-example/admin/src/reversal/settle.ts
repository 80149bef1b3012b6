// Two people settle what iyzico's records leave open: each says what they found and where.

import { words } from "../language";
import { dayAndTime } from "../language/time";
import { el, type Child } from "../page/element";
import { facts } from "../page/facts";
import { field } from "../page/field";
import type { Finding, Intent } from "../worker/contract";

const LEAST = 3;

/** What was typed, which a new rendering must not lose. */
const typed = new Map<string, { landed: boolean | null; reason: string; evidence: string }>();

/** The question and its fields; before its time only the time. */
export function settleForm(intent: Intent, operator: string, settle: (finding: Finding) => void): Child {
  const { settleableFrom, proposal, fingerprint } = intent;
  if (settleableFrom === null) return null;
  const w = words().settle;
  const now = typed.get(fingerprint) ?? { landed: null, reason: "", evidence: "" };
  typed.set(fingerprint, now);

  const reason = el("textarea", { id: "settle-reason", rows: "2", maxlength: "2000" });
  const evidence = el("textarea", { id: "settle-evidence", rows: "2", maxlength: "2000" });
  reason.value = now.reason;
  evidence.value = now.evidence;
  reason.addEventListener("input", () => (now.reason = reason.value));
  evidence.addEventListener("input", () => (now.evidence = evidence.value));
  const fields = [field(w.reason, reason, { hint: w.reasonHint }), field(w.evidence, evidence, { hint: w.evidenceHint })] as const;
  const problem = el("p", { class: "field-error", id: "settle-problem", "aria-live": "polite" });

  return el(
    "form",
    { class: "settle", id: "settle", "aria-labelledby": "settle-title", novalidate: true, on: { submit: onSubmit } },
    el("h3", { id: "settle-title" }, w.title),
    el("p", {}, w.text),
    el("p", { class: "quiet" }, w.from(dayAndTime(settleableFrom))),
    proposal && proposed(),
    el("fieldset", { class: "modes" }, el("legend", { class: "only-heard" }, w.question), choice(true), choice(false)),
    fields[0].node,
    fields[1].node,
    problem,
    el("button", { class: "button", type: "submit", id: "settle-go" }, w.go),
  );

  function proposed(): Child {
    if (!proposal) return null;
    const when = dayAndTime(proposal.at);
    return el(
      "div",
      { class: "note", id: "proposal" },
      el("p", {}, (proposal.landed ? w.saysLanded : w.saysNot)(proposal.by, when)),
      facts([
        [w.reason, proposal.reason],
        [w.evidence, proposal.evidence],
      ]),
      el("p", {}, proposal.by === operator ? w.waitsForAnother : w.waitsForYou),
    );
  }

  function choice(landed: boolean): HTMLElement {
    const id = landed ? "settle-landed" : "settle-not-landed";
    const input = el("input", { type: "radio", name: "landed", id, checked: now.landed === landed });
    input.addEventListener("change", () => (now.landed = landed));
    return el("label", { class: "mode" }, input, el("span", {}, landed ? w.landed : w.notLanded));
  }

  function onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const { landed, reason: why, evidence: where } = now;
    fields[0].error(why.trim().length < LEAST ? w.missing : null);
    fields[1].error(where.trim().length < LEAST ? w.missing : null);
    problem.textContent = landed === null ? w.choose : "";
    if (landed === null || why.trim().length < LEAST || where.trim().length < LEAST) return;
    typed.delete(fingerprint);
    settle({ landed, reason: why.trim(), evidence: where.trim() });
  }
}
