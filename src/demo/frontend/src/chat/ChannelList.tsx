import type { Channel } from "../api/workspace";
import { usePlayground } from "../shell/playground";
import { Avatar } from "./Avatar";
import { isDirect, titleOf, type Place } from "./place";

interface Props {
  place: Place;
  go: (place: Place) => void;
}

/** Channels and direct messages, with unread marks. */
export function ChannelList({ place, go }: Props) {
  const { workspace } = usePlayground();
  const direct = workspace.channels.filter(isDirect);
  const rest = workspace.channels.filter((channel) => !isDirect(channel));
  const row = (channel: Channel) => (
    <ChannelRow
      key={channel.id}
      channel={channel}
      here={place.kind === "channel" && place.id === channel.id}
      go={() => go({ kind: "channel", id: channel.id })}
    />
  );
  return (
    <nav className="channels" aria-label="Channels and direct messages">
      <ul>
        <li>
          <button
            type="button"
            aria-current={place.kind === "home" ? "page" : undefined}
            onClick={() => go({ kind: "home" })}
          >
            <Avatar id="bot" name="" bot small />
            <span className="name">Home</span>
          </button>
        </li>
      </ul>
      <h2>Channels</h2>
      <ul>{rest.map(row)}</ul>
      <h2>Direct messages</h2>
      <ul>{direct.map(row)}</ul>
    </nav>
  );
}

function ChannelRow({ channel, here, go }: { channel: Channel; here: boolean; go: () => void }) {
  const { workspace } = usePlayground();
  const title = titleOf(channel, workspace);
  const unread = here ? 0 : channel.unread;
  return (
    <li>
      <button
        type="button"
        className={unread > 0 ? "unread" : undefined}
        aria-current={here ? "page" : undefined}
        onClick={go}
      >
        {isDirect(channel) ? (
          <Avatar id={channel.with ?? channel.id} name={title} bot={channel.with === workspace.bot.user} small />
        ) : (
          <span className="sign" aria-hidden="true">
            {channel.kind === "private" ? <i className="padlock" /> : "#"}
          </span>
        )}
        <span className="name">{title}</span>
        {channel.kind === "private" && <span className="unseen">, private</span>}
        {channel.sharedOutside && <span className="tag">shared</span>}
        {channel.archived && <span className="tag">archived</span>}
        {unread > 0 && (
          <span className="badge">
            {unread}
            <span className="unseen"> unread</span>
          </span>
        )}
      </button>
    </li>
  );
}
