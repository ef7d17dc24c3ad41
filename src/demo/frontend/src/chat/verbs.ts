import { useFetched } from "../api/fetched";
import { revision } from "../api/changes";
import type { Verb } from "../api/workspace";
import { usePlayground } from "../shell/playground";

const NONE: Verb[] = [];

/** The bot's verbs; read again after a restart. */
export function useVerbs(): Verb[] {
  const { changes } = usePlayground();
  return useFetched<Verb[]>("/playground/commands", revision(changes, "bot")) ?? NONE;
}
