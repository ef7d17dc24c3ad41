import { useState } from "react";
import { revision } from "../api/changes";
import { useFetched } from "../api/fetched";
import type { Works } from "../api/works";
import { usePlayground } from "../shell/playground";
import { useBeat } from "./beat";
import { isOpen } from "./states";

const BEAT_MS = 1000;

/** The current CI; while something runs, its durations advance. */
export function useWorks(): Works | null {
  const { changes, workspace } = usePlayground();
  const [running, setRunning] = useState(false);
  const beat = useBeat(running && !workspace.time.paused, BEAT_MS);
  const works = useFetched<Works>("/playground/ci", revision(changes, "ci", "time") + beat);
  const runs = works?.projects.some((project) => project.pipelines.some((pipeline) => isOpen(pipeline.state))) ?? false;
  if (runs !== running) {
    setRunning(runs);
  }
  return works;
}
