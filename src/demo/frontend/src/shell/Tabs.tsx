export type Tab = "channels" | "talk" | "works";

const TABS: [Tab, string][] = [
  ["channels", "Channels"],
  ["talk", "Messages"],
  ["works", "CI"],
];

interface Props {
  tab: Tab;
  setTab: (tab: Tab) => void;
  unread: number;
}

/** On a narrow screen one part of the page is shown at a time. */
export function Tabs({ tab, setTab, unread }: Props) {
  return (
    <nav className="tabs" aria-label="Parts of the page">
      {TABS.map(([each, words]) => (
        <button key={each} type="button" aria-current={tab === each ? "true" : undefined} onClick={() => setTab(each)}>
          {words}
          {each === "channels" && unread > 0 && (
            <span className="badge">
              {unread}
              <span className="unseen"> unread</span>
            </span>
          )}
        </button>
      ))}
    </nav>
  );
}
