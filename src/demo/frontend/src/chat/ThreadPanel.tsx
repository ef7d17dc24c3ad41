import { useEffect, useRef, useState } from "react";
import { path } from "../api/ask";
import { revision } from "../api/changes";
import { useFetched } from "../api/fetched";
import type { Channel, Message } from "../api/workspace";
import { usePlayground } from "../shell/playground";
import { MessageBox } from "./MessageBox";
import { MessageList } from "./MessageList";

interface Props {
  channel: Channel;
  root: string;
  close: () => void;
}

/** A message and its replies, beside the channel. */
export function ThreadPanel({ channel, root, close }: Props) {
  const { as, act, changes } = usePlayground();
  const [draft, setDraft] = useState("");
  const closing = useRef<HTMLButtonElement>(null);
  const messages = useFetched<Message[]>(
    path("messages", { as, channel: channel.id, thread: root }),
    revision(changes, "slack"),
  );
  useEffect(() => {
    closing.current?.focus();
  }, []);
  const send = async (text: string) => (await act("says", { as, channel: channel.id, thread: root, text })) !== null;
  return (
    <section
      className="thread"
      aria-label="Thread"
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) {
          close();
        }
      }}
    >
      <header className="bar">
        <h2>Thread</h2>
        <button ref={closing} type="button" className="plain" aria-label="Close the thread" onClick={close}>
          ✕
        </button>
      </header>
      <MessageList channel={channel} label="the thread" messages={messages} />
      <MessageBox label="Reply" text={draft} setText={setDraft} send={send} />
    </section>
  );
}
