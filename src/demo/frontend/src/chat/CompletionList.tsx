import { useEffect, useRef } from "react";
import type { Verb } from "../api/workspace";
import { COMMAND } from "./completion";

interface Props {
  id: string;
  options: Verb[];
  active: number;
  pick: (verb: Verb) => void;
}

/** Matching verbs and what they do. */
export function CompletionList({ id, options, active, pick }: Props) {
  const current = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // In braces: newer browsers answer with a promise, which React would take for the effect's end.
    current.current?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <ul className="completion" role="listbox" id={`${id}-list`} aria-label="Commands">
      {options.map((verb, at) => (
        <li
          key={verb.verb}
          ref={at === active ? current : undefined}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => pick(verb)}
        >
          <strong>
            {COMMAND} {verb.usage}
          </strong>
          <span>{verb.summary}</span>
        </li>
      ))}
    </ul>
  );
}
