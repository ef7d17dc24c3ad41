import { useContext, useEffect, useState } from "react";
import { NotesContext, type Note } from "./notes";

const SHOWN_MS = 12_000;

/**
 * What was refused, in the words of whoever refused it. An open dialog has a stack of its own, since all outside of it is
 * out of reach.
 */
export function NoteStack() {
  const { notes, close } = useContext(NotesContext);
  return (
    <div className="notes" role="alert">
      {notes.map((note) => (
        <Slip key={note.id} note={note} close={() => close(note.id)} />
      ))}
    </div>
  );
}

/** It stays while it is pointed at, or while the focus is in it. */
function Slip({ note, close }: { note: Note; close: () => void }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) {
      return;
    }
    const timer = window.setTimeout(close, SHOWN_MS);
    return () => window.clearTimeout(timer);
    // Each drawing brings a new `close`, for the same note.
  }, [held, note.id]);
  return (
    <div
      className="note"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <strong>{note.title}</strong>
      <p>{note.text}</p>
      <button type="button" className="plain" aria-label="Close this note" onClick={close}>
        ✕
      </button>
    </div>
  );
}
