import { useEffect, useRef, useState } from "react";
import { get, path } from "./ask";
import type { Call } from "./works";

const KEPT = 200;

/** The last calls, newest first. Only new ones are requested. */
export function useCalls(revision: number): Call[] {
  const [calls, setCalls] = useState<Call[]>([]);
  const next = useRef(0);
  const asking = useRef<Promise<void>>(Promise.resolve());
  useEffect(() => {
    const ask = async () => {
      const more = await get<{ next: number; calls: Call[] }>(path("calls", { after: next.current }));
      // A restarted demo counts from the beginning.
      const anew = more.next < next.current;
      next.current = anew ? 0 : more.next;
      setCalls((before) => merged(anew ? [] : before, more.calls));
    };
    // One request at a time; otherwise two answers would contain the same calls.
    asking.current = asking.current.then(ask).catch((failure: unknown) => console.info(String(failure)));
  }, [revision]);
  return calls;
}

function merged(before: Call[], more: Call[]): Call[] {
  const known = new Set(before.map((call) => call.n));
  const fresh = more.filter((call) => !known.has(call.n)).reverse();
  return [...fresh, ...before].slice(0, KEPT);
}
