import { useEffect, useRef } from "react";
import type { SlackError } from "../api/workspace";

/** Shows each Slack error once, except errors from before the page was opened. */
export function useSlackErrors(as: string, errors: SlackError[] | undefined, tell: (title: string, text: string) => void) {
  const seen = useRef<{ as: string; keys: Set<string> } | null>(null);
  useEffect(() => {
    if (!errors) {
      return;
    }
    const before = seen.current;
    if (before?.as === as) {
      errors
        .filter((error) => !before.keys.has(key(error)))
        .forEach((error) => tell("Slack shows an error", `${error.what}: ${error.error}`));
    }
    seen.current = { as, keys: new Set(errors.map(key)) };
  }, [as, errors, tell]);
}

function key(error: SlackError): string {
  return [error.at, error.where, error.what, error.error].join("\n");
}
