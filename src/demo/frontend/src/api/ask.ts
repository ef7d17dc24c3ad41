/** A request failed; the message is a sentence for people. */
export class Refused extends Error {}

const UNREACHABLE = "The demo does not answer. Is it still running?";

/** Reads from the demo. */
export async function get<T>(path: string): Promise<T> {
  return answer<T>(await reach(path, {}));
}

/** Asks the demo to do something. */
export async function post<T = Record<string, unknown>>(path: string, body: object): Promise<T> {
  const headers = { "Content-Type": "application/json" };
  return answer<T>(await reach(path, { method: "POST", headers, body: JSON.stringify(body) }));
}

/** A path with its query; null and undefined are left out. */
export function path(to: string, query: Record<string, string | number | null | undefined>): string {
  const given = Object.entries(query).filter(([, value]) => value !== null && value !== undefined);
  return "/playground/" + to + "?" + new URLSearchParams(given.map(([key, value]) => [key, String(value)]));
}

async function reach(path: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(path.startsWith("/") ? path : "/playground/" + path, request);
  } catch {
    throw new Refused(UNREACHABLE);
  }
}

async function answer<T>(response: Response): Promise<T> {
  const text = await response.text();
  const body: unknown = parsed(text);
  if (!response.ok) {
    throw new Refused(sentence(body) ?? `The demo answered with ${response.status}.`);
  }
  return body as T;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function sentence(body: unknown): string | null {
  const error = (body as { error?: unknown } | null)?.error;
  return typeof error === "string" ? error : null;
}
