// The switch: whether anything is sent at all, who stopped it and why, and how to stop it or let it go on.

import { problemCard, refusalText } from "../desk/problem";
import type { Desk, Screen } from "../desk/screen";
import { words } from "../language";
import { dayAndTime } from "../language/time";
import { announce } from "../page/announcer";
import { el } from "../page/element";
import { field } from "../page/field";
import { Refused } from "../worker/client";
import type { Sending } from "../worker/contract";

const LEAST = 3;

export function sendingScreen(desk: Desk): Screen {
  let sending: Sending | null = null;
  let problem: Refused | null = null;
  let reason = "";
  void show(desk.client.sending());

  return { title: () => words().places.sending, render };

  async function show(asked: Promise<Sending>): Promise<void> {
    try {
      sending = await asked;
      problem = null;
      reason = "";
      announce(stateOf(sending));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      problem = error;
    }
    desk.refresh();
  }

  function render(): HTMLElement {
    const w = words();
    if (!sending && problem) return problemCard(problem, { notFound: refusalText(problem) }, () => void show(desk.client.sending()));
    if (!sending)
      return el(
        "section",
        { class: "card empty", "aria-busy": "true" },
        el("p", {}, el("span", { class: "spinner", "aria-hidden": "true" }), w.search.looking),
      );
    return el("div", { class: "screen" }, card(sending));
  }

  function card(now: Sending): HTMLElement {
    const w = words().sending;
    const input = el("input", { id: "reason", name: "reason", autocomplete: "off", maxlength: "2000" });
    input.value = reason;
    input.addEventListener("input", () => (reason = input.value));
    const why = field(w.reason, input, { hint: w.reasonHint });
    const isStopped = now.stop !== null;
    return el(
      "form",
      { class: "card reversal", id: "sending", "aria-labelledby": "sending-title", "data-on": String(now.isOn), novalidate: true, on: { submit } },
      el("h1", { id: "sending-title", tabindex: "-1" }, w.title),
      el("p", { id: "sending-state", class: now.isOn ? "" : "note doubt" }, stateOf(now)),
      now.isOffBySetting && el("p", { class: "note doubt" }, w.offBySetting),
      now.problems.length > 0 && el("p", { class: "note doubt" }, w.problems),
      now.problems.length > 0 && el("ul", {}, ...now.problems.map(({ setting, message }) => el("li", {}, `${setting} ${message}`))),
      el("p", { class: "quiet" }, w.text),
      why.node,
      problem && el("p", { class: "problem", role: "alert" }, refusalText(problem)),
      el("button", { type: "submit", id: "turn", class: isStopped ? "button strong wide" : "button grave wide" }, isStopped ? w.start : w.stop),
    );

    function submit(event: SubmitEvent): void {
      event.preventDefault();
      const given = reason.trim();
      why.error(given.length < LEAST ? words().settle.missing : null);
      if (given.length < LEAST) input.focus();
      else void show(desk.client.turnSending(isStopped, given));
    }
  }
}

function stateOf({ isOn, stop }: Sending): string {
  const w = words().sending;
  if (stop) return w.stoppedBy(stop.by, dayAndTime(stop.at), stop.reason);
  return isOn ? w.isOn : w.isOff;
}
