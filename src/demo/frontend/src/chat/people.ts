import type { Workspace } from "../api/workspace";

const COLOURS = 7;

/** A person's colour, by their place in the list. */
export function colourOf(workspace: Workspace, id: string): string {
  const at = workspace.people.findIndex((person) => person.id === id);
  return `colour-${(at + COLOURS) % COLOURS}`;
}

export function nameOf(workspace: Workspace, id: string): string {
  if (id === workspace.bot.user) {
    return workspace.bot.name;
  }
  return workspace.people.find((person) => person.id === id)?.name ?? id;
}

/** The name of a login at Semaphore; people have the same one in Slack. */
export function loginName(workspace: Workspace, login: string): string {
  return workspace.people.find((person) => person.handle === login)?.name ?? login;
}
