import { createContext, useContext } from "react";
import type { Changes } from "../api/changes";
import type { Workspace } from "../api/workspace";
import type { Step } from "../guide/steps";

/** What nearly every part of the page needs: the current person, the workspace, and actions. */
export interface Playground {
  as: string;
  workspace: Workspace;
  changes: Changes;
  theme: "light" | "dark";
  /** Asks the demo to do something. A refusal is shown as a note, and returns null. */
  act: <T = Record<string, unknown>>(path: string, body: object) => Promise<T | null>;
  /** Ticks a step of the guide off. */
  did: (step: Step) => void;
}

const Context = createContext<Playground | null>(null);

export const PlaygroundProvider = Context.Provider;

export function usePlayground(): Playground {
  const playground = useContext(Context);
  if (!playground) {
    throw new Error("Outside of the playground");
  }
  return playground;
}
