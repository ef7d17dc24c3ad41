import { useMemo } from "react";
import { usePlayground } from "../shell/playground";

interface Named {
  id: string;
  name: string;
}

/** The names behind the ids of mentions, as the drawing library wants them. */
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
  // The workspace is read anew at every change; its names hardly ever are other ones.
  const words = JSON.stringify(names);
  return useMemo(() => JSON.parse(words) as Names, [words]);
}
