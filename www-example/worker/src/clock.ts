// The one place the desk takes time from.
//
// What the desk decides by and waits for is on its own clock: the moments it records, the pauses of read-back, a till's access token. The
// network is in real time, because nothing makes it faster: how long an answer is waited for, how old a record may be when its request
// leaves. Operators' sessions are too: their browsers live there.

/** How a clock runs: at `real` (epoch milliseconds of the machine) it shows `desk`, and from there it runs `speed` times as fast. */
export interface Pace {
  readonly speed: number;
  readonly real: number;
  readonly desk: number;
}

export interface Clock {
  readonly speed: number;
  /** Epoch milliseconds. */
  now(): number;
  /** When the machine's clock shows what an alarm at this moment must be set to. */
  alarmAt(moment: number): number;
  /** Milliseconds of real time since this call, by the larger of wall and monotonic time: one of them may have stood still. */
  stopwatch(): () => number;
}

export function clockOf({ speed, real, desk }: Pace): Clock {
  return {
    speed,
    now: () => Math.floor(desk + (Date.now() - real) * speed),
    alarmAt: (moment) => Math.ceil(real + (moment - desk) / speed),
    stopwatch() {
      const [wall, monotonic] = [Date.now(), performance.now()];
      return () => Math.max(Date.now() - wall, performance.now() - monotonic);
    },
  };
}

export const realClock: Clock = clockOf({ speed: 1, real: 0, desk: 0 });
