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
