import { signOf } from "./states";

/** A state as a coloured sign, with a word for screen readers. */
export function StateSign({ state }: { state: string }) {
  return (
    <span className={`state ${state}`} title={state}>
      <span aria-hidden="true">{signOf(state)}</span>
      <span className="unseen">{state}</span>
    </span>
  );
}
