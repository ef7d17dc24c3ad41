import { useEffect, useMemo, useState } from "react";
import { get, path } from "../api/ask";
import { revision, useChanges } from "../api/changes";
import { useFetched } from "../api/fetched";
import type { Workspace } from "../api/workspace";
import { useProgress } from "../guide/progress";
import { useAct } from "./act";
import { FIRST_PERSON, useAddress, type Address, type Navigate } from "./address";
import { NotesContext, useNotes } from "./notes";
import { PlaygroundProvider } from "./playground";
import { useScene } from "./scene";
import { useSlackErrors } from "./slackErrors";
import { Stage } from "./Stage";
import { useTheme } from "./theme";

/** The whole page: the demo's state, and the current person. */
export function Page() {
  const changes = useChanges();
  // In the URL, and not stored: two tabs may be two people.
  const [address, navigate] = useAddress();
  const { as } = address;
  const [theme, toggleTheme] = useTheme();
  const notes = useNotes();
  const act = useAct(notes.tell);
  const read = useFetched<Workspace>(path("state", { as }), revision(changes, "slack", "bot", "faults", "time"));
  const workspace = useLast(read);
  const { done, did, again } = useProgress(workspace?.world);
  useStranger(address, navigate);
  const setting = useScene(navigate, notes.tell);
  useSlackErrors(as, read?.errors, notes.tell);
  // What one person was told is not for the next.
  useEffect(notes.clear, [as, notes.clear]);
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
        <Stage
          address={address}
          navigate={navigate}
          setting={setting}
          toggleTheme={toggleTheme}
          done={done}
          again={again}
        />
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

/** Nobody here has the URL's id: then the first person looks. */
function useStranger({ as }: Address, navigate: Navigate): void {
  useEffect(() => {
    if (as !== FIRST_PERSON) {
      get(path("state", { as })).catch(() => navigate({ as: FIRST_PERSON }, "replace"));
    }
    // Only the URL's person may be unknown; the others were chosen from a list.
  }, []);
}
