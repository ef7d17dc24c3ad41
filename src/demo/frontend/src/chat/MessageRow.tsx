import type { Channel, Json, Message } from "../api/workspace";
import { Blocks } from "../blockkit/Blocks";
import { BlockText } from "../blockkit/BlockText";
import { SurfaceProvider } from "../blockkit/surface";
import { useSurfaceOf } from "../blockkit/target";
import { Avatar } from "./Avatar";
import { MessageTools } from "./MessageTools";
import { timeOf } from "./times";
import { written } from "./written";

interface Props {
  channel: Channel;
  message: Message;
  openThread?: (ts: string) => void;
}

/** One message with its controls. */
export function MessageRow({ channel, message, openThread }: Props) {
  const surface = useSurfaceOf({ channel: channel.id, ts: message.ts });
  const { from } = message;
  if (message.deleted) {
    return null;
  }
  return (
    <article className={message.ephemeral ? "message ephemeral" : "message"} data-ts={message.ts}>
      <Avatar id={from.id} name={from.name} bot={from.bot} />
      <div className="message-body">
        {message.ephemeral && <p className="only-you">Only visible to you</p>}
        <header>
          <strong>{from.name}</strong>
          {from.bot && <span className="app">App</span>}
          <time>{timeOf(message.ts)}</time>
        </header>
        <SurfaceProvider value={surface}>
          <Said message={message} />
          {(message.attachments ?? []).map((attachment, at) => (
            <Attachment key={at} attachment={attachment} />
          ))}
        </SurfaceProvider>
        {openThread && Boolean(message.replyCount) && (
          <button type="button" className="link replies" onClick={() => openThread(message.ts)}>
            {message.replyCount === 1 ? "1 reply" : `${message.replyCount} replies`}
            {message.lastReply && <span className="faint"> last at {timeOf(message.lastReply)}</span>}
          </button>
        )}
      </div>
      <MessageTools channel={channel} message={message} openThread={openThread} />
    </article>
  );
}

function Said({ message }: { message: Message }) {
  return (
    <>
      {message.blocks && message.blocks.length > 0 ? (
        <Blocks blocks={message.blocks} />
      ) : message.from.bot ? (
        <BlockText text={{ type: "mrkdwn", text: message.text ?? "" }} />
      ) : (
        <Blocks blocks={[written(message.text ?? "")]} />
      )}
      {message.edited && !message.from.bot && <span className="faint"> (edited)</span>}
    </>
  );
}

/** Attachments, such as the preview of a pasted address. */
function Attachment({ attachment }: { attachment: Json }) {
  return (
    <div className="attachment">
      {Array.isArray(attachment.blocks) ? (
        <Blocks blocks={attachment.blocks as Json[]} />
      ) : (
        <BlockText text={{ type: "mrkdwn", text: String(attachment.text ?? attachment.fallback ?? "") }} />
      )}
    </div>
  );
}
