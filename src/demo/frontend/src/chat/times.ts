/** Slack's timestamps are seconds with six digits behind the point. */
export function timeOf(ts: string): string {
  return clock(new Date(Number(ts) * 1000));
}

export function clock(at: Date, seconds = false): string {
  const digits = seconds ? ({ hour: "2-digit", minute: "2-digit", second: "2-digit" } as const) : HOURS;
  return at.toLocaleTimeString([], { ...digits, hour12: false });
}

const HOURS = { hour: "2-digit", minute: "2-digit" } as const;

/** How long something took or takes: 41s, 6m 12s, 2h 05m. */
export function lasting(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  if (hours > 0) {
    return `${hours}h ${String(minutes).padStart(2, "0")}m`;
  }
  return minutes > 0 ? `${minutes}m ${String(rest).padStart(2, "0")}s` : `${rest}s`;
}
