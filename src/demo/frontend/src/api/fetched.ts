import { useEffect, useRef, useState } from "react";
import { get } from "./ask";

interface Kept<T> {
  path: string;
  order: number;
  value: T;
}

/**
 * What stands at a path, read again whenever the revision grows. An answer that was overtaken by a later one is dropped;
 * one that failed leaves what was shown, since the stream will say when there is something new.
 */
export function useFetched<T>(path: string | null, revision: number): T | null {
  const [kept, setKept] = useState<Kept<T> | null>(null);
  const asked = useRef(0);
  useEffect(() => {
    if (path === null) {
      return;
    }
    const order = ++asked.current;
    get<T>(path).then(
      (value) => setKept((before) => (before && before.order > order ? before : { path, order, value })),
      (failure: unknown) => console.info(`${path}: ${String(failure)}`),
    );
  }, [path, revision]);
  return kept && kept.path === path ? kept.value : null;
}
