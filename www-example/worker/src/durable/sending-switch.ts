// The switch that stops all sending. Every send asks it; reading continues. Its history is only added to.

import { DurableObject } from "cloudflare:workers";

import type { Env } from "../env.js";
import { settingsOf } from "../settings.js";

export interface Stop {
  readonly by: string;
  readonly reason: string;
  readonly at: number;
}

export interface SwitchState {
  /** Who stopped it; `null` while it is on. */
  readonly stop: Stop | null;
}

const SCHEMA = `CREATE TABLE IF NOT EXISTS turns (
  number INTEGER PRIMARY KEY, is_on INTEGER NOT NULL, operator TEXT NOT NULL, reason TEXT NOT NULL, at INTEGER NOT NULL
) STRICT`;

type Row = { is_on: number; operator: string; reason: string; at: number };

export class SendingSwitch extends DurableObject<Env> {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    ctx.storage.sql.exec(SCHEMA);
  }

  async state(): Promise<SwitchState> {
    const [last] = this.ctx.storage.sql.exec<Row>("SELECT * FROM turns ORDER BY number DESC LIMIT 1").toArray();
    return { stop: !last || last.is_on ? null : { by: last.operator, reason: last.reason, at: last.at } };
  }

  async turn(isOn: boolean, operator: string, reason: string): Promise<SwitchState> {
    const at = settingsOf(this.env).clock.now();
    const statement = "INSERT INTO turns (is_on, operator, reason, at) VALUES (?, ?, ?, ?)";
    this.ctx.storage.sql.exec(statement, Number(isOn), operator, reason, at);
    await this.ctx.storage.sync();
    return this.state();
  }
}
