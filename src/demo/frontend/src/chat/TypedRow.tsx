import { usePlayground } from "../shell/playground";
import { Avatar } from "./Avatar";
import { nameOf } from "./people";
import type { Typed } from "./typed";

/** A slash command that this person typed. */
export function TypedRow({ line }: { line: Typed }) {
  const { workspace } = usePlayground();
  const name = nameOf(workspace, line.as);
  return (
    <article className="message typed">
      <Avatar id={line.as} name={name} />
      <div className="message-body">
        <p className="only-you">
          {line.waits ? "Kept until Signalman has started; only you see this line" : "You typed; only you see this line"}
        </p>
        <header>
          <strong>{name}</strong>
        </header>
        <p className="said">{line.text}</p>
      </div>
    </article>
  );
}
