import type { Json } from "../api/workspace";
import { ChoiceList } from "./ChoiceList";
import { initialOf } from "./options";
import { Picker } from "./Picker";
import { useSurface, type Value } from "./surface";

interface Props {
  blockId: string;
  element: Json;
  id?: string;
  describedBy?: string;
  invalid?: boolean;
  /** Called on every change, if the app wants that. */
  changed?: (value: Value) => void;
}

const KINDS: Record<string, string> = {
  number_input: "number",
  email_text_input: "email",
  url_text_input: "url",
  datepicker: "date",
  timepicker: "time",
};

/** An element that holds a value until its view is submitted. */
export function InputElement({ blockId, element, id, describedBy, invalid, changed }: Props) {
  const { values, setValue } = useSurface();
  const held = values[blockId]?.[element.action_id];
  const value = held === undefined ? initialOf(element) : held;
  const hold = (next: Value) => {
    setValue(blockId, element.action_id, next);
    changed?.(next);
  };
  const field = {
    id,
    value: typeof value === "string" ? value : "",
    placeholder: element.placeholder?.text as string | undefined,
    autoFocus: Boolean(element.focus_on_load),
    "aria-describedby": describedBy,
    "aria-invalid": invalid || undefined,
  };
  if (element.type === "radio_buttons" || element.type === "checkboxes") {
    return <ChoiceList element={element} value={value} choose={hold} labelledBy={id && `${id}-label`} />;
  }
  if (element.type === "plain_text_input" && element.multiline) {
    return <textarea {...field} rows={4} onChange={(event) => hold(event.target.value || null)} />;
  }
  const kind = element.type === "plain_text_input" ? "text" : KINDS[element.type];
  if (kind) {
    // The app validates the input, as in Slack; the browser's own validation would come first.
    return <input {...field} type={kind} step="any" onChange={(event) => hold(event.target.value || null)} />;
  }
  return (
    <Picker
      blockId={blockId}
      element={element}
      value={value}
      invalid={invalid}
      labelledBy={id && `${id}-label`}
      choose={hold}
    />
  );
}
