import { useState } from "react";
import type { Block, Pipeline } from "../api/works";
import { lasting } from "../chat/times";
import { usePlayground } from "../shell/playground";
import { StateSign } from "./StateSign";
import { isOpen } from "./states";

/** The blocks of a pipeline; an open one shows its jobs. The one that runs, or runs next, is open by default. */
export function BlockRow({ pipeline }: { pipeline: Pipeline }) {
  const [chosen, setChosen] = useState<string | null | undefined>(undefined);
  const current =
    pipeline.blocks.find((block) => block.state === "running") ??
    (isOpen(pipeline.state) ? pipeline.blocks.find((block) => isOpen(block.state)) : undefined);
  const name = chosen === undefined ? current?.name : chosen;
  const opened = pipeline.blocks.find((block) => block.name === name);
  return (
    <>
      <ul className="block-row" aria-label="Blocks">
        {pipeline.blocks.map((block) => (
          <li key={block.name}>
            <button
              type="button"
              className={`block-chip ${block.state}`}
              aria-expanded={block === opened}
              onClick={() => setChosen(block === opened ? null : block.name)}
            >
              <StateSign state={block.state} /> {block.name}
            </button>
          </li>
        ))}
      </ul>
      {opened && <Jobs pipeline={pipeline} block={opened} current={opened === current} />}
    </>
  );
}

/** Jobs can be ended in the current block, even before it has begun: then it begins. */
function Jobs({ pipeline, block, current }: { pipeline: Pipeline; block: Block; current: boolean }) {
  const { act } = usePlayground();
  const end = (job: string, outcome: "passed" | "failed") =>
    void act("ci/job", { pipeline: pipeline.id, block: block.name, job, outcome });
  return (
    <ul className="jobs" aria-label={`Jobs of ${block.name}`}>
      {block.jobs.map((job) => (
        <li key={job.name}>
          <StateSign state={job.state} />
          <span className="name">{job.name}</span>
          <span className="faint">{job.seconds === undefined ? "" : lasting(job.seconds)}</span>
          {current && isOpen(job.state) && isOpen(pipeline.state) && (
            <>
              <button type="button" onClick={() => end(job.name, "passed")}>
                Pass<span className="unseen"> {job.name}</span>
              </button>
              <button type="button" onClick={() => end(job.name, "failed")}>
                Fail<span className="unseen"> {job.name}</span>
              </button>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
