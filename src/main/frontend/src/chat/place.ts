import type { Channel, Workspace } from "../api/workspace";
import { nameOf } from "./people";

/** What is open in the middle of the page. */
export type Place = { kind: "home" } | { kind: "channel"; id: string };

/** Where somebody begins, and goes when the place is not theirs. */
export function firstPlace(workspace: Workspace): Place {
  const channel = workspace.channels.find((each) => each.name === "deploys") ?? workspace.channels[0];
  return channel ? { kind: "channel", id: channel.id } : { kind: "home" };
}

/** How a conversation is called by the one who looks at it. */
export function titleOf(channel: Channel, workspace: Workspace): string {
  return channel.kind === "dm" ? nameOf(workspace, channel.with ?? channel.name) : channel.name;
}

/** Whether it is among the direct messages: of two, or of a few. */
export function isDirect(channel: Channel): boolean {
  return channel.kind === "dm" || channel.kind === "group";
}
