import { revision } from "../api/changes";
import { useCalls } from "../api/calls";
import type { Call } from "../api/works";
import { clock } from "../chat/times";
import { usePlayground } from "../shell/playground";

/** The prefix of all of Semaphore's paths; it is left out so the rest fits into the row. */
const API = /^\/api\/v1alpha(?=\/)/;

/** The last calls between the bot, Slack and Semaphore, newest first. */
export function CallPanel() {
  const { changes } = usePlayground();
  const calls = useCalls(revision(changes, "calls"));
  return (
    <section aria-labelledby="calls-title" className="calls">
      <h2 id="calls-title">Last calls</h2>
      {calls.length === 0 ? (
        <p className="faint">None yet.</p>
      ) : (
        <div className="scroll" tabIndex={0} role="region" aria-label="The calls, newest first">
          <table>
            <thead className="unseen">
              <tr>
                <th scope="col">at</th>
                <th scope="col">between</th>
                <th scope="col">call</th>
                <th scope="col">status</th>
                <th scope="col">time</th>
              </tr>
            </thead>
            <tbody>
              {calls.map((call) => (
                <Row key={call.n} call={call} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Row({ call }: { call: Call }) {
  return (
    <tr className={went(call.status) ? undefined : "went-wrong"}>
      <td>{clock(new Date(call.at), true)}</td>
      <td>
        {call.from}→{call.to}
      </td>
      <td className="path" title={`${call.method} ${call.path}`}>
        {call.to === "Slack" ? call.path : `${call.method} ${call.path.replace(API, "")}`}
      </td>
      <td>{call.status}</td>
      <td>{call.ms} ms</td>
    </tr>
  );
}

function went(status: string): boolean {
  return status === "ok" || /^[23]\d\d$/.test(status);
}
