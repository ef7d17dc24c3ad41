import { useState } from "react";
import type { Works } from "../api/works";
import { Agents } from "./Agents";
import type { Look } from "./looking";
import { ProjectCard } from "./ProjectCard";
import { PushForm } from "./PushForm";
import { TimeControls } from "./TimeControls";

/** The simulated CI: what runs, and actions that bypass the bot. */
export function WorksPanel({ works, look }: { works: Works | null; look: Look | null }) {
  const [pushing, setPushing] = useState(false);
  return (
    <section aria-labelledby="works-title">
      <h2 id="works-title">Semaphore, simulated</h2>
      <div className="works-controls">
        <button type="button" disabled={!works} onClick={() => setPushing(true)}>
          Push a commit
        </button>
        <TimeControls />
      </div>
      {works?.projects.map((project) => <ProjectCard key={project.id} project={project} look={look} />)}
      {works?.agents && works.agents.length > 0 && <Agents agents={works.agents} />}
      {works && pushing && <PushForm projects={works.projects} close={() => setPushing(false)} />}
    </section>
  );
}
