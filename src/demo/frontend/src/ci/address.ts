/** What an address of the simulated Semaphore is about. */
export interface Subject {
  pipeline?: string;
  workflow?: string;
  project?: string;
  job?: string;
}

const MOUNT = "/semaphore-sim/";

/** Parses an address from a message of the bot; null for other addresses. */
export function subjectOf(address: string): Subject | null {
  const { pathname, searchParams } = new URL(address, location.href);
  if (!pathname.startsWith(MOUNT)) {
    return null;
  }
  const [kind, id] = pathname.slice(MOUNT.length).split("/");
  if (kind === "workflows" && id) {
    return { pipeline: searchParams.get("pipeline_id") ?? undefined, workflow: id };
  }
  if (kind === "jobs" && id) {
    return { job: id };
  }
  return kind === "projects" && id ? { project: decodeURIComponent(id) } : null;
}
