import { usePlayground } from "../shell/playground";

const SPEEDS = [1, 10, 60];

/** Controls of the CI's clock; Slack and the bot use real time, since signatures depend on it. */
export function TimeControls() {
  const { act, workspace } = usePlayground();
  const { paused, speed } = workspace.time;
  const speeds = SPEEDS.includes(speed) ? SPEEDS : [...SPEEDS, speed].sort((a, b) => a - b);
  return (
    <>
      <button type="button" aria-pressed={paused} onClick={() => void act("time", { paused: !paused })}>
        {paused ? "Go on" : "Pause time"}
      </button>
      <button type="button" onClick={() => void act("time", { step: "PT30S" })}>
        Step 30 s
      </button>
      <label className="speed">
        <span className="unseen">Speed of the CI's time</span>
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
