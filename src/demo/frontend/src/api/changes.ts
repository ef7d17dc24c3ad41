import { useEffect, useState } from "react";

/** Number of changes of each part of the demo since the page was opened. */
export interface Changes {
  live: boolean;
  of: Record<string, number>;
}

const RETRY_MS = 1000;

/** Listens to the demo's event stream. After a broken stream is back, everything counts as changed. */
export function useChanges(): Changes {
  const [changes, setChanges] = useState<Changes>({ live: true, of: {} });
  useEffect(() => {
    let source: EventSource | null = null;
    let timer = 0;
    let broken = false;

    const listen = () => {
      source = new EventSource("/playground/events");
      source.addEventListener("changed", (event) => {
        const parts = broken ? ALL : partsOf((event as MessageEvent<string>).data);
        broken = false;
        setChanges((before) => ({ live: true, of: counted(before.of, parts) }));
      });
      source.onerror = () => {
        broken = true;
        setChanges((before) => ({ ...before, live: false }));
        // The browser gives up for good on any answer but a stream.
        if (source?.readyState === EventSource.CLOSED) {
          timer = window.setTimeout(listen, RETRY_MS);
        }
      };
    };
    listen();
    return () => {
      window.clearTimeout(timer);
      source?.close();
    };
  }, []);
  return changes;
}

const ALL = ["slack", "ci", "calls", "time", "bot", "faults", "agent"];

function partsOf(data: string): string[] {
  const parts = (JSON.parse(data) as { parts?: string[] }).parts;
  return parts && parts.length > 0 ? parts : ALL;
}

function counted(before: Record<string, number>, parts: string[]): Record<string, number> {
  const after = { ...before };
  parts.forEach((part) => (after[part] = (after[part] ?? 0) + 1));
  return after;
}

/** A number that increases when one of these parts changes. */
export function revision(changes: Changes, ...parts: string[]): number {
  return parts.reduce((sum, part) => sum + (changes.of[part] ?? 0), 0);
}
