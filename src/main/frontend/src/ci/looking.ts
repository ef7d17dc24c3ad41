import { createContext, useContext } from "react";
import type { Project } from "../api/works";
import type { Subject } from "./address";

/** What is looked at in the panel of the CI; `order` grows with each look, so that the same may be looked at again. */
export interface Look {
  subject: Subject;
  order: number;
}

/** Looks at something in the panel of the CI, as a link to Semaphore would. */
export const LookContext = createContext<(subject: Subject) => void>(() => {});

export function useLook(): (subject: Subject) => void {
  return useContext(LookContext);
}

/** The pipeline of a project that a look is about: an id, null for the newest, undefined for none of its. */
export function lookedAt(project: Project, look: Look | null): string | null | undefined {
  const subject = look?.subject;
  if (!subject) {
    return undefined;
  }
  if (subject.project !== undefined) {
    return subject.project === project.name ? null : undefined;
  }
  const exact = project.pipelines.find((pipeline) => pipeline.id === subject.pipeline);
  const other = project.pipelines.findLast((pipeline) => pipeline.workflow === subject.workflow);
  return (exact ?? other)?.id;
}
