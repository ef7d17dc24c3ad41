import { useId, useLayoutEffect, useRef, type ReactNode } from "react";
import { NoteStack } from "../shell/NoteStack";

interface Props {
  title: string;
  close: () => void;
  className?: string;
  children: ReactNode;
}

/** What gets the focus: what asks for it, else the first thing to fill in, else the last button. */
const FIRST = [
  "[data-first]",
  ".dialog-body :is(input, select, textarea, button)",
  "footer button:last-child",
  ".dialog-body[tabindex]",
];

/** The browser's own modal dialog: it keeps the focus inside, and Escape closes it. */
export function Dialog({ title, close, className, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useLayoutEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    // The browser would take the first control, which is the one that closes.
    FIRST.map((each) => opened?.querySelector<HTMLElement>(each))
      .find(Boolean)
      ?.focus();
    // Close it before it leaves the page; otherwise the focus would not return.
    return () => opened?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={className}
      aria-labelledby={heading}
      onCancel={(event) => {
        // React removes it; closed by itself it would stay as an empty element.
        event.preventDefault();
        close();
      }}
    >
      <header>
        <h2 id={heading}>{title}</h2>
        <button type="button" className="plain" aria-label="Close" onClick={close}>
          ✕
        </button>
      </header>
      {children}
      <NoteStack />
    </dialog>
  );
}
