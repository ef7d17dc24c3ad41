import { useEffect, useRef, useState } from "react";
import { get } from "../api/ask";
import type { Channel, Message, Shortcut } from "../api/workspace";
import { Menu } from "../blockkit/Menu";
import { usePlayground } from "../shell/playground";
import { Inspection } from "./Inspection";

interface Props {
  channel: Channel;
  message: Message;
  openThread?: (ts: string) => void;
}

/** Actions on a message: reply in its thread, look behind it, or one of the app's shortcuts. */
export function MessageTools({ channel, message, openThread }: Props) {
  const { as, act } = usePlayground();
  const [open, setOpen] = useState(false);
  const [inspecting, setInspecting] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const elsewhere = (event: MouseEvent) => {
      if (!box.current?.contains(event.target as Node)) {
        setOpen(false);
      }
    };
    document.addEventListener("mousedown", elsewhere);
    return () => document.removeEventListener("mousedown", elsewhere);
  }, []);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const shortcuts = async () => (await get<Shortcut[]>("shortcuts")).map(({ callback, name }) => ({ value: callback, words: name }));
  return (
    <div ref={box} className={open ? "tools open" : "tools"}>
      {openThread && !message.ephemeral && (
        <button type="button" onClick={() => openThread(message.thread_ts ?? message.ts)}>
          Reply<span className="unseen"> in a thread</span>
        </button>
      )}
      <button type="button" onClick={() => setInspecting(true)}>
        Inspect<span className="unseen"> this message</span>
      </button>
      {!message.ephemeral && (
        <button
          ref={button}
          type="button"
          aria-haspopup="listbox"
          aria-expanded={open}
          aria-label="Shortcuts for this message"
          onClick={() => setOpen(!open)}
        >
          ⋮
        </button>
      )}
      {inspecting && (
        <Inspection
          as={as}
          channel={channel.id}
          ts={message.ts}
          thread={message.thread_ts ?? null}
          close={() => setInspecting(false)}
        />
      )}
      {open && (
        <Menu
          find={shortcuts}
          chosen={[]}
          filter={false}
          nothing="The app offers no shortcuts"
          pick={(option) => {
            close();
            void act("shortcut", { as, channel: channel.id, ts: message.ts, callback: option.value });
          }}
          close={close}
        />
      )}
    </div>
  );
}
