import { useCallback, useEffect, useRef, useState } from "react";
import type { Works } from "../api/works";
import { useRemembered } from "../shell/remembered";
import type { Step } from "./steps";

/** The completed steps in this browser. */
export function useProgress(): { done: Step[]; did: (step: Step) => void; again: () => void } {
  const [remembered, remember] = useRemembered<Step[]>("steps", []);
  const [done, setDone] = useState(remembered);
  useEffect(() => remember(done), [done, remember]);
  const did = useCallback((step: Step) => setDone((all) => (all.includes(step) ? all : [...all, step])), []);
  const again = useCallback(() => setDone([]), []);
  return { done, did, again };
}

/** Detects a new pipeline promoted to production; those from the demo's start do not count. */
export function usePromotionSeen(works: Works | null, did: (step: Step) => void): void {
  const known = useRef<Set<string> | null>(null);
  useEffect(() => {
    if (!works) {
      return;
    }
    const deployed = works.projects
      .flatMap((project) => project.pipelines)
      .filter((pipeline) => pipeline.promotedAs === "production")
      .map((pipeline) => pipeline.id);
    if (known.current && deployed.some((id) => !known.current!.has(id))) {
      did("promote");
    }
    known.current = new Set([...(known.current ?? []), ...deployed]);
  }, [works, did]);
}
