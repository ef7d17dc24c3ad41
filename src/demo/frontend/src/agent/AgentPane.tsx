import { useState } from "react";
import type { AgentScreen } from "../api/agent";
import { path } from "../api/ask";
import { revision } from "../api/changes";
import { useFetched } from "../api/fetched";
import { useFollowing } from "../chat/following";
import { usePlayground } from "../shell/playground";

/** Where there is little room, the terminal begins as its bar alone. */
const NARROW = "(max-width: 1000px)";

/** The agent of a person at work in its terminal; nothing while there is none. */
export function AgentPane() {
  const { changes } = usePlayground();
  const screen = useFetched<AgentScreen>(path("agent", {}), revision(changes, "agent"));
  return screen?.name ? <Terminal screen={screen} /> : null;
}

function Terminal({ screen }: { screen: AgentScreen }) {
  const { act } = usePlayground();
  const [open, setOpen] = useState(() => !window.matchMedia(NARROW).matches);
  const { name, owner, busy, lines } = screen;
  const said = lines.findLast((line) => line.kind !== "call");
  return (
    <section className="terminal" aria-labelledby="terminal-title">
      <header>
        <h2 id="terminal-title">
          <span aria-hidden="true">🤖</span> {name}
        </h2>
        <p>
          {owner}’s agent, over MCP
          {!open && said && `: ${said.text}`}
        </p>
        <button type="button" disabled={busy} onClick={() => void act("scene", { name: "agent" })}>
          Ask again
        </button>
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? "Fold" : "Unfold"}
        </button>
        <button type="button" aria-label="Close the agent’s terminal" onClick={() => void act("agent/close", {})}>
          ✕
        </button>
      </header>
      {open && <Lines screen={screen} />}
    </section>
  );
}

function Lines({ screen: { name, busy, lines } }: { screen: AgentScreen }) {
  const { list, end } = useFollowing(String(name));
  return (
    <div ref={list} className="lines" role="log" aria-label="What the agent calls, and what it hears" tabIndex={0}>
      <div ref={end}>
        {lines.map((line, at) => (
          <p key={at} className={`line-${line.kind}`}>
            {line.text}
          </p>
        ))}
        {busy && <p className="waits">waits …</p>}
      </div>
    </div>
  );
}
