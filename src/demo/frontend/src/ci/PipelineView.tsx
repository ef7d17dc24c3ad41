import { useState } from "react";
import type { Pipeline } from "../api/works";
import { loginName } from "../chat/people";
import { lasting } from "../chat/times";
import { usePlayground } from "../shell/playground";
import { BlockRow } from "./BlockRow";
import { PromoteForm } from "./PromoteForm";
import { StateSign } from "./StateSign";
import { isOpen } from "./states";

/** A pipeline as on Semaphore's own page, with its actions. */
export function PipelineView({ project, pipeline }: { project: string; pipeline: Pipeline }) {
  const { as, act, workspace } = usePlayground();
  const [promoting, setPromoting] = useState(false);
  const open = isOpen(pipeline.state);
  return (
    <>
      <header className="pipeline-head">
        <StateSign state={pipeline.state} />
        <h3>{project}</h3>
        <span className="faint">
          {[pipeline.branch, pipeline.commit.slice(0, 7), lasting(pipeline.seconds)].join(" · ")}
        </span>
      </header>
      <p className="commit-line">
        {pipeline.promotedAs && <span className="tag">to {pipeline.promotedAs}</span>} {pipeline.message}
        <span className="faint"> by {loginName(workspace, pipeline.author)}</span>
      </p>
      <BlockRow pipeline={pipeline} />
      {pipeline.promotions.length > 0 && (
        <ul className="promotions">
          {pipeline.promotions.map((promotion, at) => (
            <li key={at}>
              <StateSign state={promotion.state} /> {promotion.name} <span className="faint">by {loginName(workspace, promotion.by ?? "Semaphore")}</span>
            </li>
          ))}
        </ul>
      )}
      <div className="pipeline-acts">
        {pipeline.promotable.length > 0 && (
          <button type="button" onClick={() => setPromoting(true)}>
            Promote on the web
          </button>
        )}
        {open && (
          <>
            <button type="button" onClick={() => void act("ci/finish", { pipeline: pipeline.id })}>
              Pass all
            </button>
            <button type="button" onClick={() => void act("ci/stop", { pipeline: pipeline.id, as })}>
              Stop on the web
            </button>
          </>
        )}
        {!open && !pipeline.promotedFrom && (
          <button type="button" onClick={() => void act("ci/rerun", { pipeline: pipeline.id, as })}>
            Rerun on the web
          </button>
        )}
      </div>
      {promoting && <PromoteForm pipeline={pipeline} close={() => setPromoting(false)} />}
    </>
  );
}
