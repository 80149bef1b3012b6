// The session of this tab. It ends with the tab; nothing of it is kept anywhere else.

import type { Session } from "../worker/contract";

const KEPT = "refund-desk-session";

export function keptSession(): Session | null {
  try {
    const session: Session | null = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
    return session && new Date(session.expiresAt).getTime() > Date.now() ? session : null;
  } catch {
    return null;
  }
}

export function keepSession(session: Session): void {
  sessionStorage.setItem(KEPT, JSON.stringify(session));
}

export function forgetSession(): void {
  sessionStorage.removeItem(KEPT);
}
