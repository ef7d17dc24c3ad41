import type { Json } from "../api/workspace";
import { Dialog } from "./Dialog";
import { BlockText } from "../blockkit/BlockText";

interface Props {
  /** Slack's confirmation object. */
  asks: Json;
  yes: () => void;
  no: () => void;
}

/** Slack's question before an action goes out. */
export function Confirm({ asks, yes, no }: Props) {
  return (
    <Dialog title={asks.title?.text ?? "Are you sure?"} close={no} className="confirm">
      <div className="dialog-body">
        <BlockText text={asks.text} />
      </div>
      <footer>
        <button type="button" onClick={no}>
          {asks.deny?.text ?? "Cancel"}
        </button>
        <button type="button" data-first className={asks.style === "danger" ? "danger" : "primary"} onClick={yes}>
          {asks.confirm?.text ?? "Yes"}
        </button>
      </footer>
    </Dialog>
  );
}
