// The last look before money moves.

import { words } from "../language";
import { el } from "../page/element";
import { facts, type Fact } from "../page/facts";
import { icon } from "../page/icon";

export interface Question {
  readonly title: string;
  readonly text: string;
  readonly facts: readonly Fact[];
  readonly yes: string;
  readonly isGrave?: boolean;
}

/** Asks; a second click on yes finds the question already answered. */
export function confirm({ title, text, facts: list, yes, isGrave }: Question): Promise<boolean> {
  return new Promise((resolve) => {
    const heading = el("h2", { id: "confirm-title", tabindex: "-1" }, title);
    const dialog = el(
      "dialog",
      { class: "confirm", "aria-labelledby": "confirm-title", "aria-describedby": "confirm-text" },
      heading,
      el("p", { id: "confirm-text" }, text),
      facts(list),
      el(
        "div",
        { class: "buttons" },
        button("confirm-yes", isGrave ? "button grave" : "button strong", yes, "yes"),
        button("confirm-no", "button", words().confirm.back, "no"),
      ),
    );
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
    document.body.append(dialog);
    dialog.showModal();
    // Not on a button: whoever pressed Enter twice has not answered yet.
    heading.focus();

    function button(id: string, style: string, label: string, answer: string): HTMLElement {
      return el(
        "button",
        { id, type: "button", class: style, on: { click: () => dialog.close(answer) } },
        answer === "yes" && icon("back"),
        label,
      );
    }
  });
}
