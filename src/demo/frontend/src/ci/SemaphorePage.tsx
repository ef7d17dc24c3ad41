import { path } from "../api/ask";
import { revision, useChanges } from "../api/changes";
import { useFetched } from "../api/fetched";
import type { Pipeline, SemaphorePlace } from "../api/works";
import { lasting } from "../chat/times";
import { useTheme } from "../shell/theme";
import type { Subject } from "./address";
import { useBeat } from "./beat";
import { StateSign } from "./StateSign";
import { isOpen } from "./states";

/** What a link of the bot leads to: a page of the simulated Semaphore, which only shows, and leads back. */
export function SemaphorePage({ subject }: { subject: Subject }) {
  const changes = useChanges();
  useTheme();
  const beat = useBeat(true, 1000);
  const place = useFetched<SemaphorePlace>(path("page", { ...subject }), revision(changes, "ci", "time") + beat);
  const pipeline = place?.pipeline;
  return (
    <div className="semaphore-page">
      <header>
        <p className="tag">Semaphore, simulated</p>
        <h1>{title(place)}</h1>
        <a href={pipeline ? `/?pipeline=${pipeline.id}` : "/"}>Back to the playground</a>
      </header>
      <main>
        {!place && (
          <p>Looking … If nothing appears, this link is of an earlier demo: each one starts with a new organization.</p>
        )}
        {place?.job && (
          <section className="card" aria-labelledby="job">
            <h2 id="job">
              {place.job.block} · {place.job.name}
            </h2>
            <pre tabIndex={0}>{place.job.log === "" ? "No output yet." : place.job.log}</pre>
          </section>
        )}
        {pipeline && <Sheet pipeline={pipeline} />}
        {place?.pipelines?.map((each) => <Sheet key={each.id} pipeline={each} linked />)}
      </main>
    </div>
  );
}

function title(place: SemaphorePlace | null): string {
  if (!place) {
    return "Semaphore";
  }
  return place.pipeline ? `${place.project} · ${place.pipeline.name}` : place.project;
}

function Sheet({ pipeline, linked = false }: { pipeline: Pipeline; linked?: boolean }) {
  const words = `${pipeline.state} on ${pipeline.branch}, ${lasting(pipeline.seconds)}`;
  return (
    <section className="card" aria-label={`${pipeline.name}: ${words}`}>
      <h2>
        <StateSign state={pipeline.state} /> {words}
      </h2>
      <p>
        {linked ? (
          <a href={`/semaphore-sim/workflows/${pipeline.workflow}?pipeline_id=${pipeline.id}`}>{pipeline.message}</a>
        ) : (
          pipeline.message
        )}
      </p>
      <p className="faint">
        <code>{pipeline.commit.slice(0, 7)}</code> by {pipeline.author}
        {pipeline.promotedAs && `, promoted to ${pipeline.promotedAs}`}
      </p>
      {!linked && (
        <>
          <Blocks pipeline={pipeline} />
          {pipeline.promotions.length > 0 && <h3>Promotions</h3>}
          <ul className="promotions">
            {pipeline.promotions.map((promotion, at) => (
              <li key={at}>
                <StateSign state={promotion.state} /> {promotion.name} <span className="faint">by {promotion.by}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Blocks({ pipeline }: { pipeline: Pipeline }) {
  return pipeline.blocks.map((block) => (
    <div key={block.name}>
      <h3>
        <StateSign state={block.state} /> {block.name}
      </h3>
      <ul className="jobs" aria-label={`Jobs of ${block.name}`}>
        {block.jobs.map((job) => (
          <li key={job.name}>
            <StateSign state={job.state} /> <span className="name">{job.name}</span>
            <span className="faint">
              {isOpen(job.state) && job.seconds === undefined ? job.state : lasting(job.seconds ?? 0)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  ));
}
