// One box to find one thing by its id.

import type { Issue } from "iyzico-reversals";
import { words } from "../language";
import { el } from "../page/element";
import { field } from "../page/field";
import { icon } from "../page/icon";

export interface Search {
  readonly label: string;
  readonly hint: string;
  text: string;
  /** What the package says against this id. */
  readonly check: (text: string) => readonly Issue[];
  readonly go: (text: string) => void;
}

export function searchBox({ label, hint, text, check, go }: Search): HTMLElement {
  const input = el("input", {
    id: "search",
    name: "search",
    inputmode: "text",
    autocomplete: "off",
    spellcheck: "false",
    autocapitalize: "none",
    enterkeyhint: "search",
    translate: "no",
  });
  input.value = text;
  const box = field(label, input, { hint });
  return el(
    "form",
    {
      class: "search",
      role: "search",
      on: {
        submit(event) {
          event.preventDefault();
          // A pasted id often brings the blanks around it along.
          const id = input.value.trim();
          const [issue] = check(id);
          box.error(issue ? `${label} ${issue.message}` : null);
          if (issue) input.focus();
          else go(id);
        },
      },
    },
    box.node,
    el("button", { class: "button strong", type: "submit", id: "search-go" }, icon("search"), words().search.go),
  );
}
