import { usePlayground } from "../shell/playground";
import { grouped, useCountdown, type PhoneEntry } from "./authenticator";

const STEP_SECONDS = 30;

interface Props {
  entries: PhoneEntry[];
  /** Types a code into the form that is open; without a form there is nothing to type it into. */
  enter?: (code: string) => void;
}

/** The phone of the current person, with their authenticator app. Nobody else sees it. */
export function Phone({ entries, enter }: Props) {
  const { as, workspace } = usePlayground();
  const name = workspace.people.find((person) => person.id === as)?.name ?? "";
  return (
    <aside className={enter ? "phone in-hand" : "phone"} aria-label={`${name}’s phone`}>
      <p className="phone-owner">
        {name}’s phone<span className="faint"> Authenticator</span>
      </p>
      <ul>
        {entries.map((entry) => (
          <Row key={entry.id} entry={entry} enter={enter} />
        ))}
      </ul>
    </aside>
  );
}

function Row({ entry, enter }: { entry: PhoneEntry; enter?: (code: string) => void }) {
  const left = useCountdown(entry);
  return (
    <li>
      <span className="issuer">{entry.issuer}</span>
      <span className="code">{grouped(entry.code)}</span>
      <span className="left">
        <span className="unseen">changes in </span>
        {left} s
      </span>
      <span className="ebb" aria-hidden="true">
        <i style={{ width: `${(100 * left) / STEP_SECONDS}%` }} />
      </span>
      {enter && (
        <button type="button" onClick={() => enter(entry.code)}>
          Enter code
        </button>
      )}
    </li>
  );
}
