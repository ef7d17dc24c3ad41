import { Fragment } from "react";
import type { Channel, Message } from "../api/workspace";
import { usePlayground } from "../shell/playground";
import { MessageRow } from "./MessageRow";
import { useFollowing } from "./following";
import { TypedRow } from "./TypedRow";
import type { Typed } from "./typed";

interface Props {
  channel: Channel;
  label: string;
  messages: Message[] | null;
  typed?: Typed[];
  openThread?: (ts: string) => void;
}

/** Messages, oldest first. The list follows new messages while its end is visible. */
export function MessageList({ channel, label, messages, typed = [], openThread }: Props) {
  const { as } = usePlayground();
  const { list, end, atEnd, toEnd } = useFollowing(`${as}/${channel.id}`);
  const shown = messages ?? [];
  const first = typed.filter((line) => line.after === null || !shown.some((message) => message.ts === line.after));
  return (
    <div className="message-list">
      <div
        className="scroll"
        ref={list}
        role="log"
        aria-live="polite"
        aria-relevant="additions text"
        aria-label={`Messages of ${label}`}
        tabIndex={0}
      >
        <div ref={end}>
          {messages?.length === 0 && typed.length === 0 && <p className="empty faint">Nothing was said here yet.</p>}
          {first.map((line) => (
            <TypedRow key={line.id} line={line} />
          ))}
          {shown.map((message) => (
            <Fragment key={`${message.ts}${message.ephemeral ? "-mine" : ""}`}>
              <MessageRow channel={channel} message={message} openThread={openThread} />
              {typed
                .filter((line) => line.after === message.ts)
                .map((line) => (
                  <TypedRow key={line.id} line={line} />
                ))}
            </Fragment>
          ))}
        </div>
      </div>
      {!atEnd && (
        <button type="button" className="to-end" onClick={toEnd}>
          Newest ↓
        </button>
      )}
    </div>
  );
}
