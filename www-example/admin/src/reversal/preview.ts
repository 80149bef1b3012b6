// Exactly what will be signed and sent, shown before anything is.

import type { Draft } from "iyzico-reversals";
import { words } from "../language";
import { el, fill } from "../page/element";

export interface Preview {
  readonly node: HTMLElement;
  show(draft: Draft | null): void;
}

let isOpen = true;

export function preview(): Preview {
  const w = words().preview;
  const target = el("p", { class: "preview-path", translate: "no" });
  const body = el("pre", { class: "preview-body", translate: "no", tabindex: "0", "aria-label": w.body });
  const fingerprint = el("p", { class: "preview-fingerprint identifier", translate: "no" });
  const ready = el("div", { hidden: true }, target, body, el("p", { class: "preview-name" }, w.fingerprint), fingerprint);
  const waiting = el("p", { class: "quiet" }, w.waiting);
  const node = el(
    "details",
    { class: "preview", open: isOpen, on: { toggle: () => (isOpen = node.open) } },
    el("summary", {}, w.title),
    waiting,
    ready,
    el("p", { class: "quiet" }, w.keyless),
  );
  return {
    node,
    show(draft) {
      ready.hidden = !draft;
      waiting.hidden = Boolean(draft);
      if (!draft) return;
      target.textContent = `${draft.method} ${draft.path}`;
      // A place to break the line after each comma; the text stays the body to the byte.
      fill(body, ...draft.body.split(/(?<=,)/).flatMap((part) => [part, el("wbr")]));
      fingerprint.textContent = draft.fingerprint;
    },
  };
}
