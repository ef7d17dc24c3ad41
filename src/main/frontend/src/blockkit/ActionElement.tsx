import { useState } from "react";
import type { Json } from "../api/workspace";
import { Confirm } from "../overlay/Confirm";
import { isWebAddress } from "./harmless";
import { InputElement } from "./InputElement";
import { Picker } from "./Picker";
import { useSurface, type Value } from "./surface";

/** The elements that can be pressed or chosen from outside of an input block. */
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

/** An element whose use is sent to the app at once, after its own question if it has one. */
export function ActionElement({ blockId, element }: { blockId: string; element: Json }) {
  const surface = useSurface();
  const [asking, setAsking] = useState<{ selected?: Value } | null>(null);
  const [busy, setBusy] = useState(false);

  const send = async (selected?: Value) => {
    setAsking(null);
    setBusy(true);
    await surface.press(blockId, element.action_id, selected);
    setBusy(false);
  };
  const use = (selected?: Value) => {
    if (!busy) {
      element.confirm ? setAsking({ selected }) : void send(selected);
    }
  };

  return (
    <>
      {drawn(element, blockId, busy, use)}
      {asking && <Confirm asks={element.confirm} yes={() => void send(asking.selected)} no={() => setAsking(null)} />}
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
  const style = element.style === "primary" || element.style === "danger" ? element.style : "";
  const words = String(element.text?.text ?? "");
  const open = () => {
    if (isWebAddress(element.url)) {
      window.open(element.url, "_blank", "noopener,noreferrer");
    }
    use();
  };
  return (
    // Not disabled while it is being sent, or the focus would be lost from it.
    <button type="button" className={style} aria-disabled={busy} aria-label={element.accessibility_label} onClick={open}>
      {words}
    </button>
  );
}
