/** A sign and a CSS class for each state; the word itself is always there too, at least for screen readers. */
const SIGNS: Record<string, string> = {
  passed: "✓",
  failed: "✕",
  stopped: "■",
  canceled: "■",
  stopping: "■",
  skipped: "»",
  running: "●",
  queued: "○",
  waiting: "○",
  pending: "○",
};

export function signOf(state: string): string {
  return SIGNS[state] ?? "○";
}

/** Whether it can still be stopped, finished or failed. */
export function isOpen(state: string): boolean {
  return state === "queued" || state === "running" || state === "waiting" || state === "pending";
}
