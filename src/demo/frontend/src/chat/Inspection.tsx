import { useEffect, useState } from "react";
import { get, path } from "../api/ask";
import type { Drawing, Inspected, Json } from "../api/workspace";
import type { Call } from "../api/works";
import { Dialog } from "../overlay/Dialog";
import { clock } from "./times";

interface Props {
  as: string;
  channel: string;
  ts: string;
  thread: string | null;
  close: () => void;
}

/** What is behind a message: the calls that made it, the ledger's rows, and its Block Kit. */
export function Inspection({ as, channel, ts, thread, close }: Props) {
  const [seen, setSeen] = useState<Inspected | string | null>(null);
  useEffect(() => {
    get<Inspected>(path("inspect", { as, channel, ts, thread })).then(setSeen, (failure: Error) =>
      setSeen(failure.message),
    );
  }, [as, channel, ts, thread]);
  return (
    <Dialog title="Inspect this message" close={close} className="inspect">
      <div className="dialog-body" tabIndex={0} role="region" aria-label="What is behind the message">
        {seen === null && <p>Looking …</p>}
        {typeof seen === "string" && <p>{seen}</p>}
        {seen !== null && typeof seen !== "string" && <Parts seen={seen} />}
      </div>
    </Dialog>
  );
}

function Parts({ seen: { drawings, ledger, message } }: { seen: Inspected }) {
  return (
    <>
      <section aria-labelledby="inspect-calls">
        <h3 id="inspect-calls">Calls to Semaphore</h3>
        {drawings.length === 0 && (
          <p className="faint">None: a person wrote this, or its calls are no longer kept.</p>
        )}
        {drawings.map((drawing) => (
          <Made key={drawing.call.n} drawing={drawing} />
        ))}
      </section>
      <section aria-labelledby="inspect-ledger">
        <h3 id="inspect-ledger">Ledger</h3>
        {ledger === null && <p className="faint">The bot keeps the ledger, and it does not run.</p>}
        {ledger?.length === 0 && <p className="faint">No row: nothing was changed.</p>}
        {ledger?.map((row) => <Row key={String(row.number)} row={row} />)}
      </section>
      <section aria-labelledby="inspect-blocks">
        <h3 id="inspect-blocks">Block Kit</h3>
        <pre>{JSON.stringify(message.blocks ?? message, null, 2)}</pre>
      </section>
    </>
  );
}

function Made({ drawing: { call, cause, calls } }: { drawing: Drawing }) {
  const what = call.path === "chat.update" ? "Redrawn" : "Posted";
  return (
    <>
      <p>
        <strong>{what}</strong> by <code>{call.path}</code> at {at(call)}
        {cause && (
          <>
            , after <code>{cause.path}</code> from {cause.from} at {at(cause)}
          </>
        )}
      </p>
      {calls.length === 0 ? (
        <p className="faint">No call to Semaphore between the two.</p>
      ) : (
        <ul className="made">
          {calls.map((each) => (
            <li key={each.n}>
              <code>
                {each.method} {each.path}
              </code>{" "}
              <span className="faint">
                {each.status}, {each.ms} ms
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function at(call: Call): string {
  return clock(new Date(call.at), true);
}

const SEAL = ["encoding", "key", "previous", "hash"];

function Row({ row }: { row: Json }) {
  const fields = Object.entries(row).filter(([name, value]) => value !== null && !SEAL.includes(name));
  return (
    <dl>
      {fields.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{String(value)}</dd>
        </div>
      ))}
      <div>
        <dt>hash</dt>
        <dd>
          <code>{String(row.hash).slice(0, 16)}…</code>
        </dd>
      </div>
    </dl>
  );
}
