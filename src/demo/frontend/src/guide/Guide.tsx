import type { Offers } from "./offers";
import { StepHow } from "./StepHow";
import { FIRST_STEPS, nextStep, type FirstStep, type Step } from "./steps";

interface Props {
  done: Step[];
  again: () => void;
  offers: Offers;
}

const SCENES: [string, string][] = [
  ["agent", "An agent asks, and people decide"],
  ["approval", "A deploy waits for approval"],
  ["break-glass", "Dora may break glass"],
  ["burst", "Thirty builds at once"],
  ["factor", "An approval needs a code from a phone"],
  ["failure", "A build failed"],
  ["gate", "A deploy started elsewhere waits at the gate"],
  ["later", "An approved deploy goes early in the morning"],
  ["lock", "Production is locked"],
  ["outage", "Semaphore is down"],
];

/** The first steps, ticked off when done, and scenes to start from. */
export function Guide({ done, again, offers }: Props) {
  const next = nextStep(done);
  const state = ({ step }: FirstStep) => (done.includes(step) ? "done" : step === next?.step ? "next" : "later");
  return (
    <section className="guide" aria-labelledby="first-steps">
      <h2 id="first-steps">First steps</h2>
      {FIRST_STEPS.map((part) => (
        <div key={part.title}>
          <h3>{part.title}</h3>
          <ol>
            {part.steps.map((each) => (
              <li
                key={each.step}
                className={`step ${state(each)}`}
                aria-current={state(each) === "next" ? "step" : undefined}
              >
                <span className="step-title">
                  {each.title}
                  {state(each) === "done" && <span className="unseen"> (done)</span>}
                </span>
                {state(each) === "next" && <StepHow step={each} offer={offers(each.step)} />}
              </li>
            ))}
          </ol>
        </div>
      ))}
      {!next && (
        <p className="step-how">
          Done. Now type, push, or break something.{" "}
          <button type="button" className="link" onClick={again}>
            Begin again
          </button>
        </p>
      )}
      <details className="scenes">
        <summary>Scenes</summary>
        <ul>
          {SCENES.map(([name, words]) => (
            <li key={name}>
              <a href={`/?scene=${name}`}>{words}</a>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
