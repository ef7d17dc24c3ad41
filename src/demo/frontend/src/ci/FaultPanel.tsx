import { useState } from "react";
import type { Faults, Workspace } from "../api/workspace";
import { usePlayground } from "../shell/playground";

const SWITCHES: [keyof Faults, string][] = [
  ["slackLimits", "Slack limits rates"],
  ["semaphoreDown", "Semaphore is down"],
  ["webhooksLost", "Webhooks get lost"],
];

function life({ running, starting }: Workspace["bot"]): string {
  return running ? "The bot is running" : starting ? "The bot is starting" : "The bot is dead";
}

/** Switches for faults of the real world. */
export function FaultPanel() {
  const { act, workspace } = usePlayground();
  const [busy, setBusy] = useState(false);
  const { faults, bot } = workspace;
  const bring = async (what: "kill" | "start" | "restart") => {
    setBusy(true);
    await act("bot", { do: what });
    setBusy(false);
  };
  return (
    <section aria-labelledby="faults-title">
      <h2 id="faults-title">Break things</h2>
      <div className="card faults">
        {SWITCHES.filter(([fault]) => typeof faults[fault] === "boolean").map(([fault, words]) => (
          <label key={fault} className="switch">
            {words}
            <input
              type="checkbox"
              role="switch"
              checked={Boolean(faults[fault])}
              onChange={(event) => void act("faults", { [fault]: event.target.checked })}
            />
          </label>
        ))}
        <div className="switch">
          <span role="status">{life(bot)}</span>
          <span className="pair">
            {bot.running ? (
              <>
                <button type="button" disabled={busy} onClick={() => void bring("kill")}>
                  Kill<span className="unseen"> the bot</span>
                </button>
                <button type="button" disabled={busy} onClick={() => void bring("restart")}>
                  Kill and restart<span className="unseen"> the bot</span>
                </button>
              </>
            ) : (
              <button type="button" className="primary" disabled={busy || bot.starting} onClick={() => void bring("start")}>
                Start<span className="unseen"> the bot</span>
              </button>
            )}
          </span>
        </div>
      </div>
    </section>
  );
}
