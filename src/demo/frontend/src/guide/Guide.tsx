import { FIRST_STEPS, type Step } from "./steps";

interface Props {
  done: Step[];
  again: () => void;
  /** Puts a line into the message box of #deploys. */
  tryLine: (line: string) => void;
}

/** Five steps from the first line to a promotion, ticked off when done. */
export function Guide({ done, again, tryLine }: Props) {
  const next = FIRST_STEPS.find((each) => !done.includes(each.step));
  return (
    <section className="guide" aria-labelledby="first-steps">
      <h2 id="first-steps">First steps</h2>
      <ol>
        {FIRST_STEPS.map((each) => {
          const state = done.includes(each.step) ? "done" : each === next ? "next" : "later";
          return (
            <li key={each.step} className={`step ${state}`} aria-current={state === "next" ? "step" : undefined}>
              <span className="step-title">
                {each.title}
                {state === "done" && <span className="unseen"> (done)</span>}
              </span>
              {state === "next" && (
                <div className="step-how">
                  <p>{each.how}</p>
                  {each.line && (
                    <button type="button" className="try" onClick={() => tryLine(each.line!)}>
                      <code>{each.line}</code>
                      <span className="unseen"> into the message box</span>
                    </button>
                  )}
                </div>
              )}
            </li>
          );
        })}
      </ol>
      {!next && (
        <p className="step-how">
          Done: web is on its way to production. <button type="button" className="link" onClick={again}>Begin again</button>
        </p>
      )}
    </section>
  );
}
