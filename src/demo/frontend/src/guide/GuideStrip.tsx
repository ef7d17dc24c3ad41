import type { Offers } from "./offers";
import { StepHow } from "./StepHow";
import { nextStep, type Step } from "./steps";

/** The next of the first steps, above the messages, where the screen is too narrow for all of them beside. */
export function GuideStrip({ done, offers }: { done: Step[]; offers: Offers }) {
  const next = nextStep(done);
  return (
    next && (
      <section className="guide-strip" aria-labelledby="next-step">
        <h2 id="next-step">{next.title}</h2>
        <StepHow step={next} offer={offers(next.step)} />
      </section>
    )
  );
}
