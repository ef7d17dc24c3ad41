/** The first five steps, by their storage keys. */
export type Step = "help" | "status" | "press" | "other" | "promote";

export interface FirstStep {
  step: Step;
  title: string;
  how: string;
  /** The line that the guide can put into the message box. */
  line?: string;
}

export const FIRST_STEPS: FirstStep[] = [
  {
    step: "help",
    title: "Ask what it can do",
    how: "Choose this line and press Enter; or type it in #deploys, where Tab completes it.",
    line: "/semaphore help",
  },
  {
    step: "status",
    title: "See how web stands",
    how: "The answer is for you alone.",
    line: "/semaphore status web",
  },
  {
    step: "press",
    title: "Press a button",
    how: "A button is a saved command line: try Rerun on the card.",
  },
  {
    step: "other",
    title: "Be somebody else",
    how: "Choose Bob at the top. He sees the channel, not your answers.",
  },
  {
    step: "promote",
    title: "Promote to production",
    how: "By this line, or by the button on a card.",
    line: "/semaphore promote production web",
  },
];

/** The step that a typed line completes; a promotion counts only once the CI has it. */
export function stepOf(line: string): Step | null {
  const verb = /^\/semaphore\s+(\w+)/i.exec(line)?.[1]?.toLowerCase();
  return verb === "help" || verb === "status" ? verb : null;
}
