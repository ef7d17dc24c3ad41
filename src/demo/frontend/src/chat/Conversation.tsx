import { useEffect, useState } from "react";
import { path } from "../api/ask";
import { revision } from "../api/changes";
import { useFetched } from "../api/fetched";
import type { Channel, Message } from "../api/workspace";
import { stepOf } from "../guide/steps";
import { usePlayground } from "../shell/playground";
import { MessageBox } from "./MessageBox";
import { MessageList } from "./MessageList";
import { titleOf } from "./place";
import { ThreadPanel } from "./ThreadPanel";
import type { TypedLines } from "./typed";

interface Props {
  channel: Channel;
  draft: string;
  setDraft: (text: string) => void;
  typed: TypedLines;
}

/** One channel: its members, its messages, and the message box. */
export function Conversation({ channel, draft, setDraft, typed }: Props) {
  const { as, act, did, changes, workspace } = usePlayground();
  const [thread, setThread] = useState<string | null>(null);
  const messages = useFetched<Message[]>(path("messages", { as, channel: channel.id }), revision(changes, "slack"));
  useEffect(() => setThread(null), [as, channel.id]);
  useEffect(() => {
    if (channel.unread > 0) {
      void act("read", { as, channel: channel.id });
    }
  }, [as, act, channel.id, channel.unread]);

  const send = async (text: string) => {
    if (!(await typed.say({ as, channel: channel.id, text, after: messages?.at(-1)?.ts ?? null }))) {
      return false;
    }
    const step = stepOf(text);
    if (step) {
      did(step);
    }
    return true;
  };
  const openThread = (ts: string) => {
    setThread(ts);
    did("log");
  };
  const title = titleOf(channel, workspace);
  const sign = channel.kind === "channel" ? "# " : "";
  const mine = typed.lines.filter((line) => line.as === as && line.channel === channel.id);
  return (
    <>
      <section className="conversation" aria-labelledby="conversation-title">
        <header className="bar">
          <h2 id="conversation-title">
            {sign}
            {title}
          </h2>
          <span className="faint">{about(channel, workspace.bot.user)}</span>
        </header>
        <MessageList channel={channel} label={title} messages={messages} typed={mine} openThread={openThread} />
        <MessageBox label={`Message ${sign}${title}`} text={draft} setText={setDraft} send={send} complete />
      </section>
      {thread && <ThreadPanel key={thread} channel={channel} root={thread} close={() => setThread(null)} />}
    </>
  );
}

function about(channel: Channel, bot: string): string {
  if (channel.kind === "dm") {
    return "direct message";
  }
  const people = channel.members.filter((member) => member !== bot).length;
  return [`${people} people`, channel.topic].filter(Boolean).join(" · ");
}
