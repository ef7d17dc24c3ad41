import { useId, useLayoutEffect, useRef, type ReactNode } from "react";
import { NoteStack } from "../shell/NoteStack";

interface Props {
  title: string;
  close: () => void;
  className?: string;
  children: ReactNode;
}

/** The browser's own modal dialog: it keeps the focus inside, and Escape closes it. */
export function Dialog({ title, close, className, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useLayoutEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    // Before it is taken out of the page, or the focus would not go back to where it was.
    return () => opened?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={className}
      aria-labelledby={heading}
      onCancel={(event) => {
        // React takes it away; closed by itself it would linger as an empty element.
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
