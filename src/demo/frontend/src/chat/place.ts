import type { Channel, Workspace } from "../api/workspace";
import { HOME } from "../shell/address";
import { nameOf } from "./people";

/** What is open in the middle of the page. */
export type Place = { kind: "home" } | { kind: "channel"; id: string };

/** The default place, also used when a person may not see another. */
export function firstPlace(workspace: Workspace): Place {
  const channel = workspace.channels.find((each) => each.name === "deploys") ?? workspace.channels[0];
  return channel ? { kind: "channel", id: channel.id } : { kind: "home" };
}

/** The place of an address, or the default one when the person cannot see that. */
export function placeOf(channel: string | null, workspace: Workspace): Place {
  if (channel === HOME) {
    return { kind: "home" };
  }
  const seen = workspace.channels.some((each) => each.id === channel);
  return channel !== null && seen ? { kind: "channel", id: channel } : firstPlace(workspace);
}

/** A conversation's name as the current person sees it. */
export function titleOf(channel: Channel, workspace: Workspace): string {
  return channel.kind === "dm" ? nameOf(workspace, channel.with ?? channel.name) : channel.name;
}

/** Whether it is a direct or group direct message. */
export function isDirect(channel: Channel): boolean {
  return channel.kind === "dm" || channel.kind === "group";
}
