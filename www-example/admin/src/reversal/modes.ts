// The choice of what to do: refund, refund an amount, cancel or void.

import { words } from "../language";
import { el } from "../page/element";

type Mode = keyof ReturnType<typeof words>["form"]["modes"];

export function modeChoice<M extends Mode>(modes: readonly M[], chosen: M, choose: (mode: M) => void): HTMLElement {
  const w = words().form;
  return el("fieldset", { class: "modes" }, el("legend", { class: "only-heard" }, w.mode), ...modes.map(button));

  function button(mode: M): HTMLElement {
    const input = el("input", {
      type: "radio",
      name: "mode",
      id: `mode-${mode}`,
      value: mode,
      checked: mode === chosen,
      "aria-describedby": "mode-text",
      on: { change: () => choose(mode) },
    });
    return el("label", { class: "mode" }, input, el("span", {}, w.modes[mode]));
  }
}
