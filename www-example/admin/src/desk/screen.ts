// What a screen is to the desk, and the desk to a screen.

import type { Client } from "../worker/client";

export interface Screen {
  /** The document's title, without the desk's name. */
  title(): string;
  /** Builds the screen as it is now; called again after every change that is more than a keystroke. */
  render(): HTMLElement;
}

export interface Desk {
  readonly client: Client;
  readonly operator: string;
  /** Aborted when the operator leaves the screen. */
  readonly left: AbortSignal;
  /** Renders the screen again; focus stays where it was, or goes to the element with this id. */
  refresh(focus?: string): void;
}
