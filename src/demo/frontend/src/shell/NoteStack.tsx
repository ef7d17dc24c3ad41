import { useContext } from "react";
import { NotesContext } from "./notes";

/**
 * What was refused, in the words of whoever refused it. An open dialog has a stack of its own, since all outside of it is
 * out of reach.
 */
export function NoteStack() {
  const { notes, close } = useContext(NotesContext);
  return (
    <div className="notes" role="alert">
      {notes.map((note) => (
        <div className="note" key={note.id}>
          <strong>{note.title}</strong>
          <p>{note.text}</p>
          <button type="button" className="plain" aria-label="Close this note" onClick={() => close(note.id)}>
            ✕
          </button>
        </div>
      ))}
    </div>
  );
}
