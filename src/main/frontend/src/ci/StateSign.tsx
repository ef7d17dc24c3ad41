import { signOf } from "./states";

/** A state as a coloured sign, and as a word for those who do not see it. */
export function StateSign({ state }: { state: string }) {
  return (
    <span className={`state ${state}`} title={state}>
      <span aria-hidden="true">{signOf(state)}</span>
      <span className="unseen">{state}</span>
    </span>
  );
}
