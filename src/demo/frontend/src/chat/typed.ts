import { useCallback, useEffect, useRef, useState } from "react";
import { usePlayground } from "../shell/playground";

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
  /** Whether it is kept until the bot has started. */
  waits: boolean;
}

export interface TypedLines {
  lines: Typed[];
  /** Sends a line, or keeps it while the bot starts; false when it was refused. */
  say: (line: Pick<Typed, "as" | "channel" | "text" | "after">) => Promise<boolean>;
}

const MOST = 100;

export function useTyped(): TypedLines {
  const { act, workspace } = usePlayground();
  const [lines, setLines] = useState<Typed[]>([]);
  const { starting, running } = workspace.bot;
  const sending = useRef(false);

  const say = useCallback(
    async (line: Pick<Typed, "as" | "channel" | "text" | "after">) => {
      const { as, channel, text } = line;
      const command = text.startsWith("/");
      const waits = command && starting;
      if (!waits && (await act("says", { as, channel, text })) === null) {
        return false;
      }
      if (command) {
        setLines((before) => [...before, { ...line, id: (before.at(-1)?.id ?? 0) + 1, waits }].slice(-MOST));
      }
      return true;
    },
    [act, starting],
  );

  const waiting = lines.find((line) => line.waits);
  useEffect(() => {
    // One at a time, in the order in which they were typed.
    if (!running || !waiting || sending.current) {
      return;
    }
    sending.current = true;
    const { id, as, channel, text } = waiting;
    void act("says", { as, channel, text }).finally(() => {
      sending.current = false;
      setLines((before) => before.map((line) => (line.id === id ? { ...line, waits: false } : line)));
    });
  }, [running, waiting, act]);
  return { lines, say };
}
