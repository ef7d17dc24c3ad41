import { useEffect, useMemo, useState } from "react";
import { path } from "../api/ask";
import { revision, useChanges } from "../api/changes";
import { useFetched } from "../api/fetched";
import type { Workspace } from "../api/workspace";
import { useProgress } from "../guide/progress";
import { useAct } from "./act";
import { NotesContext, useNotes } from "./notes";
import { PlaygroundProvider } from "./playground";
import { useSlackErrors } from "./slackErrors";
import { Stage } from "./Stage";
import { useTheme } from "./theme";

const FIRST_PERSON = "U0ALICE";

/** The whole page: the demo's state, and the current person. */
export function Page() {
  const changes = useChanges();
  // Not stored: two tabs may be two people.
  const [as, become] = useState(FIRST_PERSON);
  const [theme, toggleTheme] = useTheme();
  const notes = useNotes();
  const act = useAct(notes.tell);
  const { done, did, again } = useProgress();
  const read = useFetched<Workspace>(path("state", { as }), revision(changes, "slack", "bot", "faults", "time"));
  const workspace = useLast(read);
  useSlackErrors(as, read?.errors, notes.tell);
  const changed = (person: string) => {
    if (person !== as) {
      become(person);
      did("other");
    }
  };
  const playground = useMemo(
    () => workspace && { as: workspace.you, workspace, changes, theme, act, did },
    [workspace, changes, theme, act, did],
  );
  if (!playground) {
    return <p className="one-moment">{changes.live ? "One moment …" : "The demo does not answer; trying again."}</p>;
  }
  return (
    <NotesContext value={notes}>
      <PlaygroundProvider value={playground}>
        <Stage become={changed} toggleTheme={toggleTheme} done={done} again={again} />
      </PlaygroundProvider>
    </NotesContext>
  );
}

/** The last one, so the page does not flicker while another person's workspace loads. */
function useLast(workspace: Workspace | null): Workspace | null {
  const [last, setLast] = useState(workspace);
  useEffect(() => {
    if (workspace) {
      setLast(workspace);
    }
  }, [workspace]);
  return workspace ?? last;
}
