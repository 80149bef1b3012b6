// All a stranger sees.

import { words } from "../language";
import { el } from "../page/element";
import { field } from "../page/field";
import { Client, Refused } from "../worker/client";
import type { Session } from "../worker/contract";

export interface SignInState {
  operator: string;
  problem: string | null;
  isBusy: boolean;
}

export function signIn(state: SignInState, refresh: (focus?: string) => void, done: (session: Session) => void): HTMLElement {
  const w = words().signIn;
  const operator = el("input", {
    id: "operator",
    name: "operator",
    autocomplete: "username",
    autocapitalize: "none",
    spellcheck: "false",
    required: true,
  });
  operator.value = state.operator;
  operator.addEventListener("input", () => (state.operator = operator.value));
  const password = el("input", {
    id: "password",
    name: "password",
    type: "password",
    autocomplete: "current-password",
    required: true,
  });
  return el(
    "main",
    { class: "sign-in", id: "main" },
    el("h1", { id: "sign-in-title" }, w.title),
    el("p", { class: "quiet" }, w.text),
    el(
      "form",
      { "aria-labelledby": "sign-in-title", on: { submit } },
      field(w.operator, operator).node,
      field(w.password, password).node,
      el("p", { class: "problem", role: "alert", id: "sign-in-problem" }, state.problem),
      el(
        "button",
        { class: "button strong wide", type: "submit", id: "sign-in", disabled: state.isBusy },
        state.isBusy ? w.busy : w.enter,
      ),
    ),
  );

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (state.isBusy) return;
    const given = password.value;
    state.isBusy = true;
    state.problem = null;
    refresh();
    try {
      done(await Client.signIn(state.operator, given));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      state.isBusy = false;
      state.problem = problemOf(error);
      refresh("password");
    }
  }
}

function problemOf({ status }: Refused): string {
  const w = words();
  if (status === null) return w.problem.offline;
  if (status === 429) return w.problem.tooMany;
  return status === 401 || status === 400 || status === 403 ? w.signIn.wrong : w.problem.unreadable;
}
