import { useCallback, useEffect, useRef } from "react";
import type { Works } from "../api/works";
import { useRemembered } from "../shell/remembered";
import { isInTurn, withImplied, type Step } from "./steps";

interface Progress {
  world: string;
  steps: Step[];
}

const NONE: Step[] = [];

/** The completed steps in this browser, of this run of the demo: a fresh world begins anew. */
export function useProgress(world: string | undefined): { done: Step[]; did: (step: Step) => void; again: () => void } {
  const [progress, setProgress] = useRemembered<Progress | null>("progress", null);
  const current = useRef(progress);
  const done = progress && progress.world === world ? progress.steps : NONE;
  const write = useCallback(
    (change: (steps: Step[]) => Step[]) => {
      if (world !== undefined) {
        const before = current.current?.world === world ? current.current.steps : NONE;
        const steps = change(before);
        if (steps !== before) {
          current.current = { world, steps };
          setProgress(current.current);
        }
      }
    },
    [world, setProgress],
  );
  const did = useCallback(
    (step: Step) => write((all) => {
        const more = withImplied(step).filter((each) => !all.includes(each));
        return more.length === 0 || !isInTurn(step, all) ? all : [...all, ...more];
      }),
    [write],
  );
  const again = useCallback(() => write(() => []), [write]);
  return { done, did, again };
}

/** Detects what happens at the CI from now on; what had happened when the page was opened does not count. */
export function useStepsSeen(works: Works | null, did: (step: Step) => void): void {
  const known = useRef<Set<string> | null>(null);
  useEffect(() => {
    if (!works) {
      return;
    }
    const seen = sights(works);
    if (known.current) {
      seen.filter(([key]) => !known.current!.has(key)).forEach(([, step]) => did(step));
    }
    known.current = new Set([...(known.current ?? []), ...seen.map(([key]) => key)]);
  }, [works, did]);
}

function sights(works: Works): [string, Step][] {
  const pipelines = works.projects.flatMap((project) =>
    project.pipelines.map((pipeline) => ({ ...pipeline, project: project.name })),
  );
  return pipelines.flatMap(({ id, project, promotedAs, state }): [string, Step][] => {
    if (project === "api" && promotedAs === "staging") {
      return [[id, "staging"], ...(state === "passed" ? ([[`${id} passed`, "pass"]] as [string, Step][]) : [])];
    }
    if (project === "api" && promotedAs === "production") {
      return [[id, "carol"]];
    }
    if (project === "web" && promotedAs === null) {
      return [[id, "run"], ...(state === "failed" ? ([[`${id} failed`, "fail"]] as [string, Step][]) : [])];
    }
    return [];
  });
}
