import { useCallback, useEffect, useState } from "react";
import { ChannelList } from "../chat/ChannelList";
import { Conversation } from "../chat/Conversation";
import { HomeTab } from "../chat/HomeTab";
import { ModalView } from "../chat/ModalView";
import { firstPlace, type Place } from "../chat/place";
import { useTyped } from "../chat/typed";
import type { Subject } from "../ci/address";
import { CallPanel } from "../ci/CallPanel";
import { FaultPanel } from "../ci/FaultPanel";
import { useWorks } from "../ci/running";
import { LookContext, type Look } from "../ci/looking";
import { WorksPanel } from "../ci/WorksPanel";
import { Guide } from "../guide/Guide";
import { usePromotionSeen } from "../guide/progress";
import type { Step } from "../guide/steps";
import { NoteStack } from "./NoteStack";
import { usePlayground } from "./playground";
import { Tabs, type Tab } from "./Tabs";
import { TopBar } from "./TopBar";

interface Props {
  become: (person: string) => void;
  toggleTheme: () => void;
  done: Step[];
  again: () => void;
}

/** The parts of the page beside each other; on a narrow screen, one at a time. */
export function Stage({ become, toggleTheme, done, again }: Props) {
  const { workspace, changes, theme, did } = usePlayground();
  const [place, setPlace] = useState<Place>(() => firstPlace(workspace));
  const [drafts, setDrafts] = useState<Record<string, string>>({});
  const [tried, setTried] = useState(0);
  const [tab, setTab] = useState<Tab>("talk");
  const typed = useTyped();
  const works = useWorks();
  usePromotionSeen(works, did);
  const [look, setLook] = useState<Look | null>(null);
  const lookAt = useCallback((subject: Subject) => {
    setLook((before) => ({ subject, order: (before?.order ?? 0) + 1 }));
    setTab("works");
  }, []);

  const channel = place.kind === "channel" ? workspace.channels.find((each) => each.id === place.id) : undefined;
  const lost = place.kind === "channel" && !channel;
  useEffect(() => {
    // Another person may not see the open channel.
    if (lost) {
      setPlace(firstPlace(workspace));
    }
  }, [lost, workspace]);

  const go = (next: Place) => {
    setPlace(next);
    setTab("talk");
    setTried(0);
  };
  const draft = (id: string, text: string) => setDrafts((before) => ({ ...before, [id]: text }));
  const tryLine = (line: string) => {
    const target = firstPlace(workspace);
    go(target);
    if (target.kind === "channel") {
      draft(target.id, line);
      setTried(tried + 1);
    }
  };
  const unread = workspace.channels.reduce((sum, each) => sum + (each === channel ? 0 : each.unread), 0);
  const modal = workspace.views.at(-1);
  return (
    <LookContext value={lookAt}>
      <div className={`stage show-${tab}`}>
        <TopBar workspace={workspace} become={become} theme={theme} toggleTheme={toggleTheme} live={changes.live} />
        <div className="side">
          <ChannelList place={place} go={go} />
          <Guide done={done} again={again} tryLine={tryLine} />
        </div>
        <main className="talk">
          {channel && (
            <Conversation
              key={channel.id}
              channel={channel}
              draft={drafts[channel.id] ?? ""}
              setDraft={(text) => draft(channel.id, text)}
              tried={tried}
              typed={typed}
            />
          )}
          {place.kind === "home" && <HomeTab />}
          <NoteStack />
        </main>
        <aside className="works" aria-label="The simulated CI">
          <WorksPanel works={works} look={look} />
          <FaultPanel />
          <CallPanel />
        </aside>
        <Tabs tab={tab} setTab={setTab} unread={unread} />
        {modal && <ModalView key={modal.id} open={modal} />}
      </div>
    </LookContext>
  );
}
