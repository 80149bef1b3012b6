// The frame around every screen: who is signed in, where one is, which language.

import { bulkScreen } from "../bulk/screen";
import { language, switchTo, words, type Language } from "../language";
import { announce, announcer } from "../page/announcer";
import { el, fill } from "../page/element";
import { paymentScreen } from "../payment/screen";
import { saleScreen } from "../sale/screen";
import { sendingScreen } from "../sending/screen";
import { Client } from "../worker/client";
import type { Session } from "../worker/contract";
import { forgetAll } from "./recent";
import { addressOf, PLACES, routeOf, type Place } from "./route";
import type { Desk, Screen } from "./screen";
import { forgetSession, keepSession, keptSession } from "./session";
import { signIn, type SignInState } from "./sign-in";

const SCREENS: Record<Place, (desk: Desk, id: string | null) => Screen> = {
  payments: paymentScreen,
  sales: saleScreen,
  bulk: bulkScreen,
  sending: sendingScreen,
};

export function openDesk(page: HTMLElement): void {
  const header = el("header", { class: "top" });
  const body = el("div", { class: "page" });
  let session = keptSession();
  let entry: SignInState = freshEntry();
  let screen: Screen | null = null;
  let leave = new AbortController();

  fill(page, header, body, announcer());
  addEventListener("hashchange", () => enter("main"));
  enter();

  function enter(focus?: string): void {
    leave.abort();
    leave = new AbortController();
    if (session) {
      const { place, id } = routeOf(location.hash);
      const { signal } = leave;
      const desk: Desk = {
        client: new Client(session.token, () => end(words().signIn.ended)),
        operator: session.operator,
        left: signal,
        refresh: (target) => {
          if (!signal.aborted) refresh(target);
        },
      };
      screen = SCREENS[place](desk, id);
    } else {
      screen = null;
    }
    refresh(focus);
  }

  function refresh(focus?: string): void {
    const held = holdFocus(focus);
    const w = words();
    document.title = screen ? `${screen.title()} · ${w.name}` : w.name;
    fill(header, ...top());
    fill(body, screen ? el("main", { id: "main", tabindex: "-1" }, screen.render()) : signIn(entry, refresh, begin));
    held();
  }

  function begin(next: Session): void {
    session = next;
    keepSession(next);
    entry = freshEntry();
    enter("search");
    announce(words().signIn.welcome(next.operator));
  }

  function end(problem: string | null): void {
    if (!session) return;
    session = null;
    forgetSession();
    forgetAll();
    entry = { ...freshEntry(), problem };
    enter("operator");
  }

  function top(): (HTMLElement | null)[] {
    const w = words();
    const { place } = routeOf(location.hash);
    return [
      el("a", { class: "skip", href: "#main", on: { click: skip } }, w.skip),
      el("p", { class: "brand" }, w.name),
      session &&
        el(
          "nav",
          { "aria-label": w.navigation },
          ...PLACES.map((name) =>
            el("a", { href: addressOf(name), id: `to-${name}`, "aria-current": name === place && "page" }, w.places[name]),
          ),
        ),
      el(
        "div",
        { class: "languages", role: "group", "aria-label": w.language },
        languageButton("tr", "Türkçe", "TR"),
        languageButton("en", "English", "EN"),
      ),
      session &&
        el(
          "div",
          { class: "who" },
          el("span", { class: "operator" }, session.operator),
          el("button", { type: "button", class: "link", id: "sign-out", on: { click: () => end(null) } }, w.signOut),
        ),
    ];
  }

  function languageButton(code: Language, name: string, short: string): HTMLElement {
    return el(
      "button",
      {
        type: "button",
        id: `language-${code}`,
        lang: code,
        "aria-pressed": String(language() === code),
        on: { click: () => (switchTo(code), refresh()) },
      },
      el("span", { "aria-hidden": "true" }, short),
      el("span", { class: "only-heard" }, name),
    );
  }

  // Not through the address: that belongs to the screens.
  function skip(event: Event): void {
    event.preventDefault();
    document.getElementById("main")?.focus();
  }
}

const freshEntry = (): SignInState => ({ operator: "", problem: null, isBusy: false });

/** Rendering replaces every element; this puts focus and caret back, or where they should go. */
function holdFocus(target?: string): () => void {
  const active = document.activeElement;
  const id = target ?? active?.id;
  const caret =
    !target &&
    active instanceof HTMLInputElement &&
    active.type !== "radio" &&
    active.type !== "checkbox" &&
    active.type !== "file"
      ? ([active.selectionStart, active.selectionEnd] as const)
      : null;
  return () => {
    const next = id ? document.getElementById(id) : null;
    if (!next) return;
    next.focus({ preventScroll: !target });
    if (caret && next instanceof HTMLInputElement) next.setSelectionRange(...caret);
  };
}
