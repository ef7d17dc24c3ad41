import type { Workspace } from "../api/workspace";
import { Avatar } from "../chat/Avatar";
import { PeopleBar } from "./PeopleBar";
import type { Theme } from "./theme";

interface Props {
  workspace: Workspace;
  become: (person: string) => void;
  theme: Theme;
  toggleTheme: () => void;
  live: boolean;
}

/** The page's name, the current person, and whether the demo still answers. */
export function TopBar({ workspace, become, theme, toggleTheme, live }: Props) {
  return (
    <header className="top">
      <p className="brand">
        <Avatar id="bot" name="" bot small />
        <strong>Signalman playground</strong>
        <span>simulated Slack and Semaphore, the real bot</span>
      </p>
      <PeopleBar workspace={workspace} become={become} />
      <button
        type="button"
        className="theme"
        aria-label={theme === "dark" ? "Switch to light colours" : "Switch to dark colours"}
        onClick={toggleTheme}
      >
        {theme === "dark" ? "☀" : "☾"}
      </button>
      <p className="trouble" role="status">
        {!live && "The demo does not answer; trying again."}
        {live && !workspace.bot.running && "The bot is dead: nothing is answered until it is started again."}
      </p>
    </header>
  );
}
