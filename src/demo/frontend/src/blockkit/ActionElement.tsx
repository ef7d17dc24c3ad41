import { useState } from "react";
import type { Json } from "../api/workspace";
import { subjectOf } from "../ci/address";
import { useLook } from "../ci/looking";
import { Confirm } from "../overlay/Confirm";
import { isWebAddress } from "./harmless";
import { InputElement } from "./InputElement";
import { Picker } from "./Picker";
import { useSurface, type Value } from "./surface";

/** Interactive elements outside of input blocks. */
export const DRAWN_HERE = new Set([
  "button",
  "workflow_button",
  "overflow",
  "static_select",
  "external_select",
  "users_select",
  "channels_select",
  "conversations_select",
  "multi_static_select",
  "multi_external_select",
  "multi_users_select",
  "radio_buttons",
  "checkboxes",
  "datepicker",
  "timepicker",
]);

type Asked = { block: string; action: string; confirm: Json; label: string; selected?: Value };

/** An element whose use is sent to the app at once, after its confirmation if it has one. */
export function ActionElement({ blockId, element }: { blockId: string; element: Json }) {
  const surface = useSurface();
  // The pressed element stays the confirmed one, even if the message is redrawn while the dialogue is open.
  const [asking, setAsking] = useState<Asked | null>(null);
  const [busy, setBusy] = useState(false);

  const send = async ({ block, action, label, selected }: Asked) => {
    setAsking(null);
    setBusy(true);
    await surface.press(block, action, selected, label);
    setBusy(false);
  };
  const use = (selected?: Value) => {
    if (!busy) {
      const label = String(element.text?.text ?? "");
      const asked = { block: blockId, action: element.action_id, confirm: element.confirm, label, selected };
      element.confirm ? setAsking(asked) : void send(asked);
    }
  };

  return (
    <>
      {drawn(element, blockId, busy, use)}
      {asking && <Confirm asks={asking.confirm} yes={() => void send(asking)} no={() => setAsking(null)} />}
    </>
  );
}

function drawn(element: Json, blockId: string, busy: boolean, use: (selected?: Value) => void) {
  switch (element.type) {
    case "button":
    case "workflow_button":
      return <Button element={element} busy={busy} use={() => use()} />;
    case "radio_buttons":
    case "checkboxes":
    case "datepicker":
    case "timepicker":
      return <InputElement blockId={blockId} element={element} changed={use} />;
    default:
      return <Picker blockId={blockId} element={element} busy={busy} choose={use} />;
  }
}

function Button({ element, busy, use }: { element: Json; busy: boolean; use: () => void }) {
  const look = useLook();
  const style = element.style === "primary" || element.style === "danger" ? element.style : "";
  const words = String(element.text?.text ?? "");
  // What the panel of the CI shows needs no new window.
  const pointed = (address: string) => {
    const subject = subjectOf(address);
    return subject !== null && look(subject);
  };
  const open = () => {
    if (isWebAddress(element.url) && !pointed(element.url)) {
      window.open(element.url, "_blank", "noopener,noreferrer");
    }
    use();
  };
  return (
    // Not disabled while sending; otherwise it would lose the focus.
    <button type="button" className={style} aria-disabled={busy} aria-label={element.accessibility_label} onClick={open}>
      {words}
    </button>
  );
}
