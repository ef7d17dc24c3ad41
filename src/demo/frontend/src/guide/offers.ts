import { get, path } from "../api/ask";
import type { Pipeline, Works } from "../api/works";
import type { Message } from "../api/workspace";
import type { TypedLines } from "../chat/typed";
import { isOpen } from "../ci/states";
import { FIRST_PERSON, type Address } from "../shell/address";
import { usePlayground } from "../shell/playground";
import { stepOf, type Step } from "./steps";

/** What the guide does for a step at the press of its button. */
export interface Offer {
  words: string;
  /** Whether the words are a line that is sent. */
  line: boolean;
  /** Null while it cannot be done. */
  take: (() => void) | null;
}

export type Offers = (step: Step) => Offer | null;

const LINES: Partial<Record<Step, string>> = {
  status: "/semaphore status api",
  staging: "/semaphore promote staging api",
  ask: "/semaphore promote production api",
  run: "/semaphore run web",
};

const VOTERS: Partial<Record<Step, [string, string]>> = { bob: ["U0BOB", "Bob"], carol: ["U0CAROL", "Carol"] };

/** The buttons of the first steps. Lines are sent as Alice in #deploys, and the page goes there. */
export function useOffers(works: Works | null, typed: TypedLines, move: (next: Partial<Address>) => void): Offers {
  const { as, act, did, workspace } = usePlayground();
  const deploys = workspace.channels.find((each) => each.name === "deploys")?.id ?? "C0DEPLOYS";
  const send = async (text: string) => {
    move({ as: FIRST_PERSON, channel: deploys });
    const step = stepOf(text);
    if ((await typed.say({ as: FIRST_PERSON, channel: deploys, text, after: await newest(deploys) })) && step) {
      did(step);
    }
  };
  return (step) => {
    const line = LINES[step];
    if (line) {
      return { words: line, line: true, take: () => void send(line) };
    }
    const voter = VOTERS[step];
    if (voter) {
      const [id, name] = voter;
      return as === id ? null : { words: `Be ${name}`, line: false, take: () => move({ as: id, channel: deploys }) };
    }
    if (step === "pass") {
      const deploy = pipelineOf(works, "api", (each) => each.promotedAs === "staging");
      return offer("Pass all", deploy && (() => void act("ci/finish", { pipeline: deploy.id })));
    }
    if (step === "fail") {
      const build = pipelineOf(works, "web", (each) => each.promotedAs === null);
      const block = build?.blocks.find((each) => isOpen(each.state));
      return offer(
        "Fail the build",
        build &&
          block &&
          (() =>
            block.jobs
              .filter((job) => isOpen(job.state))
              .forEach(
                (job) =>
                  void act("ci/job", { pipeline: build.id, block: block.name, job: job.name, outcome: "failed" }),
              )),
      );
    }
    return null;
  };
}

/** The message after which a line is sent. */
async function newest(channel: string): Promise<string | null> {
  const messages = await get<Message[]>(path("messages", { as: FIRST_PERSON, channel }));
  return messages.at(-1)?.ts ?? null;
}

function offer(words: string, take: (() => void) | undefined): Offer {
  return { words, line: false, take: take ?? null };
}

/** The newest one that has not ended. */
function pipelineOf(works: Works | null, project: string, like: (pipeline: Pipeline) => boolean): Pipeline | undefined {
  return works?.projects
    .find((each) => each.name === project)
    ?.pipelines.find((each) => like(each) && isOpen(each.state));
}
