import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { useVerbs } from "./verbs";
import { completed, completion, NOTHING } from "./completion";
import { CompletionList } from "./CompletionList";
import type { Verb } from "../api/workspace";

interface Props {
  label: string;
  text: string;
  setText: (text: string) => void;
  /** Sends the text; returns false when it was refused, so the text stays. */
  send: (text: string) => Promise<boolean>;
  /** Whether slash commands are completed; Slack has none in threads. */
  complete?: boolean;
}

/** Where people type. Enter sends, Shift and Enter begins a line; arrows, Tab, Enter and Escape work in the completion. */
export function MessageBox({ label, text, setText, send, complete = false }: Props) {
  const verbs = useVerbs();
  const [active, setActive] = useState(0);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const [last, setLast] = useState("");
  const box = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const { options, hint, whole } = complete && dismissed !== text ? completion(text, verbs) : NOTHING;
  const open = options.length > 0;
  const at = Math.min(active, options.length - 1);

  useEffect(() => setActive(0), [text]);
  useEffect(() => grow(box.current), [text]);

  const pick = (verb: Verb) => {
    setText(completed(verb));
    box.current?.focus();
  };
  const submit = async () => {
    const line = text.trim();
    if (line === "") {
      return;
    }
    setText("");
    if (await send(line)) {
      setLast(line);
    } else {
      setText(text);
    }
  };
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) {
      return;
    }
    const chosen = options[at];
    if (open && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      setActive((at + (event.key === "ArrowDown" ? 1 : -1) + options.length) % options.length);
    } else if (chosen && (event.key === "Tab" || (event.key === "Enter" && !whole)) && !event.shiftKey) {
      pick(chosen);
    } else if (open && event.key === "Escape") {
      setDismissed(text);
    } else if (event.key === "Enter" && !event.shiftKey) {
      void submit();
    } else if (event.key === "ArrowUp" && text === "" && last !== "") {
      setText(last);
    } else {
      return;
    }
    event.preventDefault();
  };

  return (
    <div className="message-box">
      {open && <CompletionList id={id} options={options} active={at} pick={pick} />}
      {hint && !open && <p className="usage">{`${hint.usage}  ·  ${hint.summary}`}</p>}
      <div className="line">
        <textarea
          ref={box}
          rows={1}
          value={text}
          aria-label={label}
          aria-autocomplete={complete ? "list" : undefined}
          aria-controls={open ? `${id}-list` : undefined}
          aria-activedescendant={open ? `${id}-${at}` : undefined}
          placeholder={label}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={keys}
        />
        <button type="button" className="primary" disabled={text.trim() === ""} onClick={() => void submit()}>
          Send
        </button>
      </div>
    </div>
  );
}

/** As high as its lines, up to the style sheet's limit. */
function grow(box: HTMLTextAreaElement | null): void {
  if (box) {
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight + 2}px`;
  }
}
