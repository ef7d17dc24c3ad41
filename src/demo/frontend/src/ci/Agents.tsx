/** The self-hosted agent types and their numbers of agents. */
export function Agents({ agents }: { agents: { type: string; idle: number; busy: number }[] }) {
  return (
    <div className="card agents">
      <h3>Self-hosted agents</h3>
      <ul>
        {agents.map((agent) => (
          <li key={agent.type}>
            <code>{agent.type}</code>
            <span className="faint">
              {agent.idle} idle, {agent.busy} busy
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
