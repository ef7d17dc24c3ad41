import type { Workspace, Json } from "../api/workspace";
import type { Options } from "./surface";

/** One line of a menu. */
export interface Option {
  value: string;
  words: string;
  description?: string;
  group?: string;
}

/** An element's options; people and channels come from the workspace. */
export function optionsOf(element: Json, workspace: Workspace): Option[] {
  switch (element.type) {
    case "users_select":
    case "multi_users_select":
      return workspace.people.map(({ id, name }) => ({ value: id, words: name }));
    case "channels_select":
    case "conversations_select":
      return workspace.channels
        .filter((channel) => channel.kind !== "dm")
        .map(({ id, name }) => ({ value: id, words: "#" + name }));
    default:
      return flat(element as Options);
  }
}

/** Options and groups of options as one list. */
export function flat({ options, option_groups }: Options): Option[] {
  const grouped = (option_groups ?? []).flatMap((group) =>
    ((group.options ?? []) as Json[]).map((option) => ({ ...line(option), group: String(group.label?.text ?? "") })),
  );
  return [...(options ?? []).map(line), ...grouped];
}

function line(option: Json): Option {
  return {
    value: String(option.value ?? ""),
    words: String(option.text?.text ?? option.value ?? ""),
    description: option.description?.text,
  };
}

/** The element's initial value. */
export function initialOf(element: Json): string | string[] | null {
  if (element.type.startsWith("multi_") || element.type === "checkboxes") {
    return (
      element.initial_users ??
      element.initial_channels ??
      ((element.initial_options ?? []) as Json[]).map((option) => String(option.value))
    );
  }
  return (
    element.initial_value ??
    element.initial_option?.value ??
    element.initial_user ??
    element.initial_channel ??
    element.initial_conversation ??
    element.initial_date ??
    element.initial_time ??
    null
  );
}
