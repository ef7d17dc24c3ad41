import type { Call } from "./works";

/** The workspace as one person sees it: the answer of GET /playground/state. */
export interface Workspace {
  you: string;
  /** Different in each run of the demo. */
  world: string;
  people: Person[];
  channels: Channel[];
  groups?: Group[];
  bot: { user: string; name: string; running: boolean; starting: boolean };
  views: OpenView[];
  home: View | null;
  errors: SlackError[];
  faults: Faults;
  time: SimulatedTime;
}

export interface Person {
  id: string;
  name: string;
  /** Their login at Semaphore, too. */
  handle: string;
  role: string;
  standing: string;
  team?: string;
}

export interface Group {
  id: string;
  handle: string;
}

export interface Channel {
  id: string;
  name: string;
  kind: "channel" | "private" | "dm" | "group";
  /** The other person, if this is a direct message. */
  with?: string | null;
  topic?: string | null;
  sharedOutside: boolean;
  archived: boolean;
  members: string[];
  botIsMember: boolean;
  unread: number;
}

/** An error that Slack returned, or would have shown. */
export interface SlackError {
  person?: string | null;
  where: string;
  what: string;
  error: string;
  at: string;
}

/** A switch is null while there is nothing that it could break. */
export interface Faults {
  slackLimits: boolean | null;
  semaphoreDown: boolean | null;
  webhooksLost: boolean | null;
}

export interface SimulatedTime {
  speed: number;
  paused: boolean;
}

export interface OpenView {
  id: string;
  view: View;
}

/** A modal or a Home tab, in Slack's JSON. */
export interface View {
  id?: string;
  type?: "modal" | "home";
  title?: { text: string };
  submit?: { text: string } | null;
  close?: { text: string } | null;
  blocks: Json[];
  callback_id?: string;
}

/** A message in Slack's JSON, with what the playground adds to it. */
export interface Message {
  ts: string;
  user?: string;
  text?: string;
  blocks?: Json[] | null;
  attachments?: Json[] | null;
  thread_ts?: string | null;
  from: { id: string; name: string; bot: boolean };
  ephemeral: boolean;
  edited: boolean;
  deleted?: boolean;
  replyCount?: number;
  lastReply?: string | null;
}

/** A message posted or redrawn: the answer's call, what had come in before it, and the calls to Semaphore between. */
export interface Drawing {
  call: Call;
  cause: Call | null;
  calls: Call[];
}

/** What is behind a message: the answer of GET /playground/inspect. */
export interface Inspected {
  message: Json;
  drawings: Drawing[];
  /** Null while the bot, which keeps it, does not run. */
  ledger: Json[] | null;
}

/** A verb of the bot, for completion. */
export interface Verb {
  verb: string;
  usage: string;
  summary: string;
  example: string;
}

export interface Shortcut {
  callback: string;
  name: string;
}

/** Part of a JSON document in Slack's format, which the page must not trust. */
export type Json = Record<string, any>;
