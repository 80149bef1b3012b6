// The desk's clock; nothing else in the desk reads the time.
//
// Recorded times, the intervals of read-back and a till's access token are on this clock, which may run fast in tests. The network is in
// real time: how long to wait for an answer, and how old a record may be when its request is sent. So are the operators' sessions.

/** A clock's setting: at `real` (the machine's epoch milliseconds) it shows `desk`, and from then it runs `speed` times as fast. */
export interface Pace {
  readonly speed: number;
  readonly real: number;
  readonly desk: number;
}

export interface Clock {
  readonly speed: number;
  /** Epoch milliseconds. */
  now(): number;
  /** The machine's time at this moment of the desk's clock, for alarms. */
  alarmAt(moment: number): number;
  /** Measures real time from this call on, in milliseconds, by wall and monotonic time, whichever is larger: one may have stopped. */
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
