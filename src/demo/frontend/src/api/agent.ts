/** The terminal of the agent: the answer of GET /playground/agent. */
export interface AgentScreen {
  /** Null while there is no agent. */
  name: string | null;
  owner: string | null;
  busy: boolean;
  lines: AgentLine[];
}

export interface AgentLine {
  kind: "note" | "call" | "answer" | "refused";
  text: string;
}
