import type { Workspace } from "../api/workspace";
import { Avatar } from "../chat/Avatar";
import { PeopleBar } from "./PeopleBar";
import { usePlayground } from "./playground";
import type { Theme } from "./theme";

interface Props {
  workspace: Workspace;
  become: (person: string) => void;
  theme: Theme;
  toggleTheme: () => void;
  live: boolean;
  /** Whether a scene is being set up. */
  setting: boolean;
}

/** The page's name, the current person, and what one should know before one waits in vain. */
export function TopBar({ workspace, become, theme, toggleTheme, live, setting }: Props) {
  return (
    <header className="top">
      <h1 className="brand">
        <Avatar id="bot" name="" bot small />
        <strong>Signalman playground</strong>
        <span>simulated Slack and Semaphore, the real bot</span>
      </h1>
      <PeopleBar workspace={workspace} become={become} />
      <button
        type="button"
        className="theme"
        aria-label={theme === "dark" ? "Switch to light colors" : "Switch to dark colors"}
        onClick={toggleTheme}
      >
        {theme === "dark" ? "☀" : "☾"}
      </button>
      <p className="trouble" role="status">
        {words(workspace, live, setting)}
      </p>
      {workspace.time.paused && <Paused />}
    </header>
  );
}

function words({ bot }: Workspace, live: boolean, setting: boolean): string {
  if (!live) {
    return "The demo does not answer; trying again.";
  }
  if (bot.starting) {
    return "Signalman is starting … Commands that you type now are sent as soon as it is up.";
  }
  if (!bot.running) {
    return "The bot is dead: nothing is answered until it is started again.";
  }
  return setting ? "Setting the scene …" : "";
}

/** Paused jobs look like jobs that hang, so this is said at the top of everything. */
function Paused() {
  const { act } = usePlayground();
  return (
    <p className="paused" role="status">
      <span>Paused: jobs in Semaphore stand still until you resume.</span>
      <button type="button" onClick={() => void act("time", { paused: false })}>
        Resume<span className="unseen"> Semaphore's jobs</span>
      </button>
    </p>
  );
}
