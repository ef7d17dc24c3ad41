import { useEffect, useRef, useState } from "react";
import type { Pipeline, Project } from "../api/works";
import { lasting } from "../chat/times";
import { lookedAt, type Look } from "./looking";
import { PipelineView } from "./PipelineView";
import { StateSign } from "./StateSign";

/** A project: one pipeline in detail, the others in one line each. */
export function ProjectCard({ project, look }: { project: Project; look: Look | null }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [pointed, setPointed] = useState(false);
  const card = useRef<HTMLElement>(null);
  const wanted = lookedAt(project, look);
  useEffect(() => {
    if (wanted !== undefined) {
      setChosen(wanted);
      card.current?.scrollIntoView({ block: "nearest" });
      card.current?.focus();
      setPointed(true);
    }
    // Once per request, not on each change of the project.
  }, [look?.order]);
  const newest = project.pipelines[0];
  const shown = project.pipelines.find((pipeline) => pipeline.id === chosen) ?? newest;
  if (!shown) {
    return (
      <div className="card">
        <h3>{project.name}</h3>
        <p className="faint">Nothing has run yet. Push a commit.</p>
      </div>
    );
  }
  const others = project.pipelines.filter((pipeline) => pipeline !== shown);
  return (
    <article
      ref={card}
      tabIndex={-1}
      className={pointed ? "card pointed" : "card"}
      onBlur={() => setPointed(false)}
      aria-label={`Project ${project.name}`}
    >
      <PipelineView project={project.name} pipeline={shown} />
      {others.length > 0 && (
        <details>
          <summary>{others.length === 1 ? "1 other pipeline" : `${others.length} other pipelines`}</summary>
          <ul className="others">
            {others.map((pipeline) => (
              <li key={pipeline.id}>
                <Line pipeline={pipeline} choose={() => setChosen(pipeline === newest ? null : pipeline.id)} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  );
}

function Line({ pipeline, choose }: { pipeline: Pipeline; choose: () => void }) {
  return (
    <button type="button" className="pipeline-line" onClick={choose}>
      <StateSign state={pipeline.state} />
      <span className="name">{pipeline.promotedAs ? `to ${pipeline.promotedAs}` : pipeline.branch}</span>
      <span className="faint">{pipeline.message}</span>
      <span className="faint">{lasting(pipeline.seconds)}</span>
    </button>
  );
}
