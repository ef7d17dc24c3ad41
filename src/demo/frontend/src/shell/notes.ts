import { createContext, useCallback, useMemo, useRef, useState } from "react";

/** A note for the user. It leaves by itself after a while. */
export interface Note {
  id: number;
  title: string;
  text: string;
}

const MOST = 4;

export interface Notes {
  notes: Note[];
  tell: (title: string, text: string) => void;
  close: (id: number) => void;
  clear: () => void;
}

export const NotesContext = createContext<Notes>({ notes: [], tell: () => {}, close: () => {}, clear: () => {} });

export function useNotes(): Notes {
  const [notes, setNotes] = useState<Note[]>([]);
  const last = useRef(0);
  const tell = useCallback((title: string, text: string) => {
    const id = ++last.current;
    setNotes((before) => [...before, { id, title, text }].slice(-MOST));
  }, []);
  const close = useCallback((id: number) => setNotes((before) => before.filter((note) => note.id !== id)), []);
  const clear = useCallback(() => setNotes((before) => (before.length === 0 ? before : [])), []);
  return useMemo(() => ({ notes, tell, close, clear }), [notes, tell, close, clear]);
}
