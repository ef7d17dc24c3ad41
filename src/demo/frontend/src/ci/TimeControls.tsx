import { usePlayground } from "../shell/playground";

const SPEEDS = [1, 10, 60];

/** How fast jobs get on. The time itself is the same for Semaphore, Slack and the bot. */
export function TimeControls() {
  const { act, workspace } = usePlayground();
  const { paused, speed } = workspace.time;
  const speeds = SPEEDS.includes(speed) ? SPEEDS : [...SPEEDS, speed].sort((a, b) => a - b);
  return (
    <>
      <button type="button" aria-pressed={paused} onClick={() => void act("time", { paused: !paused })}>
        {paused ? "Resume" : "Pause"}
      </button>
      <button type="button" onClick={() => void act("time", { step: "PT30S" })}>
        Step 30 s
      </button>
      <button type="button" onClick={() => void act("time", { skip: "PT24H" })}>
        A day later
      </button>
      <label className="speed">
        <span className="unseen">Speed of jobs</span>
        <select value={speed} onChange={(event) => void act("time", { speed: Number(event.target.value) })}>
          {speeds.map((each) => (
            <option key={each} value={each}>
              ×{each}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
