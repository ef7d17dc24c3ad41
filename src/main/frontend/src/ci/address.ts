/** What an address of the simulated Semaphore is about. */
export interface Subject {
  pipeline?: string;
  workflow?: string;
  project?: string;
}

const MOUNT = "/semaphore-sim/";

/** Reads an address that the bot wrote into a message; null when it leads elsewhere. */
export function subjectOf(address: string): Subject | null {
  const { pathname, searchParams } = new URL(address, location.href);
  if (!pathname.startsWith(MOUNT)) {
    return null;
  }
  const [kind, id] = pathname.slice(MOUNT.length).split("/");
  if (kind === "workflows" && id) {
    return { pipeline: searchParams.get("pipeline_id") ?? undefined, workflow: id };
  }
  return kind === "projects" && id ? { project: decodeURIComponent(id) } : null;
}
