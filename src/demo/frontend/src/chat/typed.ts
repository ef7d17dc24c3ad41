import { useCallback, useState } from "react";

/**
 * A slash command as its typist sees it. Slack shows such a line to nobody; here it stays, for the typist alone, so that one
 * can follow what was asked and what came of it.
 */
export interface Typed {
  id: number;
  as: string;
  channel: string;
  text: string;
  /** The message after which it was typed. */
  after: string | null;
}

export interface TypedLines {
  lines: Typed[];
  add: (line: Omit<Typed, "id">) => void;
}

const MOST = 100;

export function useTyped(): TypedLines {
  const [lines, setLines] = useState<Typed[]>([]);
  const add = useCallback(
    (line: Omit<Typed, "id">) =>
      setLines((before) => [...before, { ...line, id: (before.at(-1)?.id ?? 0) + 1 }].slice(-MOST)),
    [],
  );
  return { lines, add };
}
