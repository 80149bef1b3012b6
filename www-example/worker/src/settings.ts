// The worker's settings, each with a range and a message. A wrong one stops all sending; reading continues with its default.

import { clockOf, realClock, type Clock, type Pace } from "./clock.js";
import type { Env } from "./env.js";
import { LIST_LAG_MS } from "./ledger/rules.js";

export interface Problem {
  readonly setting: string;
  readonly message: string;
}

export interface Settings {
  /** How long to wait for an answer. */
  readonly patienceMs: number;
  /** How long read-back continues before a person must decide. */
  readonly giveUpMs: number;
  readonly bulkPerMinute: number;
  readonly clock: Clock;
  /** The setting, not the operators' switch. */
  readonly isSendingOn: boolean;
  /** Why nothing may be sent. */
  readonly problems: readonly Problem[];
}

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
/** iyzico's own limit for refunds. */
const MOST_PER_MINUTE = 400;

const NUMBERS = {
  PATIENCE_MS: { least: 1_000, most: 140_000, usual: 140_000, unit: "milliseconds" },
  GIVE_UP_MS: { least: LIST_LAG_MS, most: 7 * DAY, usual: 60 * MINUTE, unit: "milliseconds" },
  BULK_PER_MINUTE: { least: 1, most: 1_000_000, usual: 360, unit: "refunds a minute" },
} as const;

const TERMINAL = ["CLIENT_ID", "CLIENT_SECRET", "USERNAME", "PASSWORD"].map((name) => `IYZICO_TERMINAL_${name}`);
const SHORTEST_KEY = 32;
const PASSWORD_HASH = /^pbkdf2-sha256\$\d+\$[A-Za-z0-9+/=]+\$[A-Za-z0-9+/=]+$/;

const known = new WeakMap<Env, Settings>();

export function settingsOf(env: Env): Settings {
  const settings = known.get(env) ?? readSettings(env);
  known.set(env, settings);
  return settings;
}

/** Reads all settings and reports what is wrong with each. */
export function readSettings(env: Env): Settings {
  const problems: Problem[] = [];
  const refuse = (setting: string, message: string) => void problems.push({ setting, message });
  const given = (name: string): string | undefined => (env as unknown as Record<string, string | undefined>)[name] || undefined;

  const [patienceMs, giveUpMs, bulkPerMinute] = (["PATIENCE_MS", "GIVE_UP_MS", "BULK_PER_MINUTE"] as const).map((name) => {
    const { least, most, usual, unit } = NUMBERS[name];
    const text = given(name);
    if (text === undefined) return usual;
    if (/^\d{1,15}$/.test(text) && Number(text) >= least && Number(text) <= most) return Number(text);
    refuse(name, `must be a whole number of ${unit} from ${least} to ${most}`);
    return usual;
  }) as [number, number, number];

  for (const name of ["IYZICO_API_KEY", "IYZICO_SECRET_KEY"]) if (!given(name)) refuse(name, "must be set");
  const baseUrl = given("IYZICO_BASE_URL");
  const isLoopback = isOnThisMachine(baseUrl);
  if (baseUrl === undefined && !["sandbox", "live"].includes(given("IYZICO_ENVIRONMENT") ?? "")) {
    refuse("IYZICO_ENVIRONMENT", 'must be "sandbox" or "live" when there is no IYZICO_BASE_URL');
  }
  if (baseUrl !== undefined && !isLoopback && !/^https:\/\/[^/]/.test(baseUrl)) {
    refuse("IYZICO_BASE_URL", "must be an https address, or http on this machine");
  }
  if (given("SENDING") !== undefined && !["on", "off"].includes(given("SENDING") ?? "")) refuse("SENDING", 'must be "on" or "off"');
  if ((given("SESSION_KEY") ?? "").length < SHORTEST_KEY) refuse("SESSION_KEY", `must have at least ${SHORTEST_KEY} characters`);
  if (!areOperators(given("OPERATORS"))) refuse("OPERATORS", "must be a JSON object of names and password hashes, as operator.mjs writes them");
  const origin = given("ALLOWED_ORIGIN");
  if (origin !== undefined && !isOrigin(origin)) refuse("ALLOWED_ORIGIN", "must be an origin such as https://panel.example");
  const pace = readPace(given("CLOCK"));
  if (pace === "wrong") refuse("CLOCK", 'must be {"speed":…,"real":…,"desk":…}, with a speed from 1 to 100000');

  // Combinations that can't work.
  if (pace && !isLoopback) refuse("CLOCK", "is only for a simulator: IYZICO_BASE_URL must be an address of this machine");
  if (bulkPerMinute > MOST_PER_MINUTE && !isLoopback) refuse("BULK_PER_MINUTE", `must be at most ${MOST_PER_MINUTE}, iyzico's own limit`);
  if (giveUpMs < LIST_LAG_MS + patienceMs) {
    refuse("GIVE_UP_MS", `must be at least ${LIST_LAG_MS + patienceMs}: thirty minutes after PATIENCE_MS, before which an absence may not count`);
  }
  const missing = TERMINAL.filter((name) => given(name) === undefined);
  if (missing.length > 0 && missing.length < TERMINAL.length) refuse(missing[0] ?? "", `must be set together with the other ${TERMINAL.length - 1} of the terminals`);

  return {
    patienceMs,
    giveUpMs,
    bulkPerMinute,
    clock: pace && pace !== "wrong" && isLoopback ? clockOf(pace) : realClock,
    isSendingOn: given("SENDING") !== "off",
    problems,
  };
}

/** Whether an address is http on this machine, as a simulator's is. */
function isOnThisMachine(address: string | undefined): boolean {
  try {
    const { protocol, hostname } = new URL(address ?? "");
    return protocol === "http:" && (/^127(\.\d{1,3}){3}$/.test(hostname) || ["localhost", "[::1]"].includes(hostname));
  } catch {
    return false;
  }
}

function isOrigin(text: string): boolean {
  try {
    return new URL(text).origin === text;
  } catch {
    return false;
  }
}

function areOperators(text: string | undefined): boolean {
  try {
    const value: unknown = JSON.parse(text ?? "");
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    const hashes = Object.values(value);
    return hashes.length > 0 && hashes.every((hash) => typeof hash === "string" && PASSWORD_HASH.test(hash));
  } catch {
    return false;
  }
}

function readPace(text: string | undefined): Pace | null | "wrong" {
  if (text === undefined) return null;
  try {
    const { speed, real, desk } = JSON.parse(text) as Record<string, unknown>;
    const isTime = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value) && value >= 0;
    return isTime(speed) && speed >= 1 && speed <= 100_000 && isTime(real) && isTime(desk) ? { speed, real, desk } : "wrong";
  } catch {
    return "wrong";
  }
}
