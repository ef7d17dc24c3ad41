import type { Offer } from "./offers";
import type { FirstStep } from "./steps";

/** How to take a step, and the button that takes it. */
export function StepHow({ step, offer }: { step: FirstStep; offer: Offer | null }) {
  return (
    <div className="step-how">
      <p>{step.how}</p>
      {offer && (
        <button type="button" className="try" aria-disabled={offer.take === null} onClick={() => offer.take?.()}>
          {offer.line ? (
            <>
              <span className="unseen">Send </span>
              <code>{offer.words}</code>
            </>
          ) : (
            offer.words
          )}
        </button>
      )}
    </div>
  );
}
