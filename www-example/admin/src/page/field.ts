// A labelled input whose hint and error are tied to it for screen readers.

import { el, type Child } from "./element";

type Input = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export interface Field {
  readonly node: HTMLElement;
  /** Shows an error under the input, or takes it away. */
  error(text: string | null): void;
}

export function field(label: string, input: Input, { hint, beside }: { hint?: Child; beside?: Child } = {}): Field {
  const id = input.id;
  const error = el("p", { class: "field-error", id: `${id}-error`, "aria-live": "polite" });
  const hintNode = hint ? el("div", { class: "field-hint", id: `${id}-hint` }, hint) : null;
  const described = [hintNode?.id, error.id].filter(Boolean).join(" ");
  input.setAttribute("aria-describedby", described);
  return {
    node: el(
      "div",
      { class: "field" },
      el("div", { class: "field-top" }, el("label", { for: id }, label), beside),
      input,
      hintNode,
      error,
    ),
    error(text) {
      if (error.textContent !== (text ?? "")) error.textContent = text ?? "";
      if (text) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    },
  };
}
