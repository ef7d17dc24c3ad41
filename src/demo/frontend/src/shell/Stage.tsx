import { useCallback, useEffect, useRef, useState, type MouseEvent } from "react";
import { AgentPane } from "../agent/AgentPane";
import { ChannelList } from "../chat/ChannelList";
import { Conversation } from "../chat/Conversation";
import { HomeTab } from "../chat/HomeTab";
import { ModalView } from "../chat/ModalView";
import { placeOf, type Place } from "../chat/place";
import { useTyped } from "../chat/typed";
import type { Subject } from "../ci/address";
import { CallPanel } from "../ci/CallPanel";
import { FaultPanel } from "../ci/FaultPanel";
import { lookedAt, LookContext, type Look } from "../ci/looking";
import { useWorks } from "../ci/running";
import { WorksPanel } from "../ci/WorksPanel";
import { Guide } from "../guide/Guide";
import { GuideStrip } from "../guide/GuideStrip";
import { useOffers } from "../guide/offers";
import { useStepsSeen } from "../guide/progress";
import type { Step } from "../guide/steps";
import { Phone } from "../phone/Phone";
import { usePhone } from "../phone/authenticator";
import { errand, HOME, type Address, type Navigate } from "./address";
import { NoteStack } from "./NoteStack";
import { usePlayground } from "./playground";
import { Tabs, type Tab } from "./Tabs";
import { TopBar } from "./TopBar";

interface Props {
  address: Address;
  navigate: Navigate;
  setting: boolean;
  toggleTheme: () => void;
  done: Step[];
  again: () => void;
}

/** The parts of the page beside each other; on a narrow screen, one at a time. */
export function Stage({ address, navigate, setting, toggleTheme, done, again }: Props) {
  const { as, workspace, changes, theme, did } = usePlayground();
  // Another person may not see the open channel; then it is the usual one.
  const place = placeOf(address.channel, workspace);
  const [drafts, setDrafts] = useState<Record<string, string>>({});
  const [tab, setTab] = useState<Tab>("talk");
  const typed = useTyped();
  const works = useWorks();
  useStepsSeen(works, did);
  const { look, lookAt } = useLooking(works, setTab);
  const talk = useRef<HTMLDivElement>(null);

  const channel = place.kind === "channel" ? workspace.channels.find((each) => each.id === place.id) : undefined;
  const go = useCallback(
    (next: Place) => {
      navigate({ channel: next.kind === "home" ? HOME : next.id });
      setTab("talk");
    },
    [navigate],
  );
  const move = useCallback(
    (next: Partial<Address>) => {
      navigate(next);
      setTab("talk");
    },
    [navigate],
  );
  const phone = usePhone();
  const offers = useOffers(works, typed, move);
  const unread = workspace.channels.reduce((sum, each) => sum + (each === channel ? 0 : each.unread), 0);
  const modal = workspace.views.at(-1);
  const skip = (event: MouseEvent) => {
    event.preventDefault();
    setTab("talk");
    talk.current?.focus();
  };
  const draft = channel ? `${as}/${channel.id}` : "";
  return (
    <LookContext value={lookAt}>
      <div className={`stage show-${tab}`}>
        <a className="skip" href="#messages" onClick={skip}>
          Skip to the messages
        </a>
        <TopBar
          workspace={workspace}
          become={(person) => navigate({ as: person })}
          theme={theme}
          toggleTheme={toggleTheme}
          live={changes.live}
          setting={setting}
        />
        <main className="parts">
          <div className="side">
            <ChannelList place={place} go={go} />
            <Guide done={done} again={again} offers={offers} />
          </div>
          <div className="talk" id="messages" ref={talk} tabIndex={-1}>
            <GuideStrip done={done} offers={offers} />
            <div className="open-place">
              {channel && (
                <Conversation
                  key={draft}
                  channel={channel}
                  draft={drafts[draft] ?? ""}
                  setDraft={(text) => setDrafts((before) => ({ ...before, [draft]: text }))}
                  typed={typed}
                />
              )}
              {place.kind === "home" && <HomeTab />}
              {phone.length > 0 && <Phone entries={phone} />}
              <NoteStack />
            </div>
            <AgentPane />
          </div>
          <div className="works" role="group" aria-label="The simulated CI">
            <WorksPanel works={works} look={look} />
            <FaultPanel />
            <CallPanel />
          </div>
        </main>
        <Tabs tab={tab} setTab={setTab} unread={unread} />
        {modal && <ModalView key={modal.id} open={modal} phone={phone} />}
      </div>
    </LookContext>
  );
}

/** What a link points at in the panel of the CI; false when it is not there any more. */
function useLooking(works: ReturnType<typeof useWorks>, setTab: (tab: Tab) => void) {
  const [look, setLook] = useState<Look | null>(null);
  const lookAt = useCallback(
    (subject: Subject) => {
      const next = { subject, order: 0 };
      if (!works?.projects.some((project) => lookedAt(project, next) !== undefined)) {
        return false;
      }
      setLook((before) => ({ subject, order: (before?.order ?? 0) + 1 }));
      setTab("works");
      return true;
    },
    [works, setTab],
  );
  // The link of a pipeline's page back to here.
  const asked = useRef(errand());
  useEffect(() => {
    const { pipeline, workflow } = asked.current;
    if (works && (pipeline || workflow)) {
      asked.current = { scene: null, pipeline: null, workflow: null };
      lookAt({ pipeline: pipeline ?? undefined, workflow: workflow ?? undefined });
    }
  }, [works, lookAt]);
  return { look, lookAt };
}
