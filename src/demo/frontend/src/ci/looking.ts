import { createContext, useContext } from "react";
import type { Project } from "../api/works";
import type { Subject } from "./address";

/** The item shown in the CI panel; `order` increases with each request, so the same item can be shown again. */
export interface Look {
  subject: Subject;
  order: number;
}

/** Points at an item in the CI panel, as a link to Semaphore would; false when the panel does not show it. */
export const LookContext = createContext<(subject: Subject) => boolean>(() => false);

export function useLook(): (subject: Subject) => boolean {
  return useContext(LookContext);
}

/** The requested pipeline of a project: an id, null for the newest, undefined if another project is meant. */
export function lookedAt(project: Project, look: Look | null): string | null | undefined {
  const subject = look?.subject;
  if (!subject || subject.job !== undefined) {
    return undefined;
  }
  if (subject.project !== undefined) {
    return subject.project === project.name ? null : undefined;
  }
  const exact = project.pipelines.find((pipeline) => pipeline.id === subject.pipeline);
  const other = project.pipelines.findLast((pipeline) => pipeline.workflow === subject.workflow);
  return (exact ?? other)?.id;
}
