import { useMemo } from "react";
import { usePlayground } from "../shell/playground";

interface Named {
  id: string;
  name: string;
}

/** Names for the ids in mentions, as the rendering library needs them. */
export interface Names {
  users: Named[];
  channels: Named[];
  user_groups: Named[];
}

export function useNames(): Names {
  const { workspace } = usePlayground();
  const { people, bot, channels, groups } = workspace;
  const names: Names = {
    users: [...people.map(({ id, name }) => ({ id, name })), { id: bot.user, name: bot.name }],
    channels: channels.map(({ id, name }) => ({ id, name })),
    user_groups: (groups ?? []).map(({ id, handle }) => ({ id, name: handle })),
  };
  // The workspace is read at every change, but its names hardly ever change.
  const words = JSON.stringify(names);
  return useMemo(() => JSON.parse(words) as Names, [words]);
}
