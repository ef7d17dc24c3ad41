/** The first steps, by their storage keys. */
export type Step = "status" | "staging" | "pass" | "ask" | "bob" | "carol" | "run" | "fail" | "log" | "rebuild";

export interface FirstStep {
  step: Step;
  title: string;
  how: string;
}

export interface Part {
  title: string;
  steps: FirstStep[];
}

/** An approval of two, and then a failure. Each step can be taken by pressing buttons alone. */
export const FIRST_STEPS: Part[] = [
  {
    title: "Ship with an approval",
    steps: [
      { step: "status", title: "See how api stands", how: "Alice asks in #deploys. Only she sees the answer." },
      { step: "staging", title: "Promote it to staging", how: "Anyone can do this, and everyone in #deploys sees it." },
      { step: "pass", title: "Let staging pass", how: "It takes 40 seconds. Or end it now:" },
      { step: "ask", title: "Ask for production", how: "Production of api needs two approvals from @release." },
      { step: "bob", title: "Approve as Bob", how: "Press Approve on the card, and confirm." },
      { step: "carol", title: "Approve as Carol", how: "With her approval it deploys. Press Approve, and confirm." },
    ],
  },
  {
    title: "Repair a failure",
    steps: [
      { step: "run", title: "Start a build", how: "Its card follows it until it ends." },
      { step: "fail", title: "Break it", how: "As if a test failed. Fail, in the CI panel, does the same." },
      { step: "log", title: "Read why", how: "Press Logs on the failed card, or open its replies." },
      { step: "rebuild", title: "Rebuild it", how: "Press Rebuild failed on the card." },
    ],
  },
];

const ALL: FirstStep[] = FIRST_STEPS.flatMap((part) => part.steps);

/** The first step that is not done yet, if there is one. */
export function nextStep(done: Step[]): FirstStep | undefined {
  return ALL.find((each) => !done.includes(each.step));
}

/** Steps that mean nothing before another one is done. */
const AFTER: Partial<Record<Step, Step>> = { bob: "ask", fail: "run", log: "fail", rebuild: "fail" };

/** Steps that must have been taken, seen or not, when another one is. */
const IMPLIED: Partial<Record<Step, Step[]>> = { pass: ["staging"], carol: ["ask", "bob"], rebuild: ["log"] };

/** The steps that are done with this one. */
export function withImplied(step: Step): Step[] {
  return [...(IMPLIED[step] ?? []), step];
}

export function isInTurn(step: Step, done: Step[]): boolean {
  const before = AFTER[step];
  return before === undefined || done.includes(before);
}

/** The step that a typed line takes. What must be seen at the CI counts only there. */
export function stepOf(line: string): Step | null {
  const words = line.trim().toLowerCase().split(/\s+/).slice(1).join(" ");
  if (words.startsWith("status")) {
    return "status";
  }
  return words.startsWith("promote production api") ? "ask" : null;
}

/** The step that a pressed button takes. */
export function stepOfPress(as: string, label: string): Step | null {
  if (label === "Approve") {
    return as === "U0BOB" ? "bob" : null;
  }
  if (label.startsWith("Rebuild")) {
    return "rebuild";
  }
  return label === "Logs" ? "log" : null;
}
