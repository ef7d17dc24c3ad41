/** The simulated CI: the answer of GET /playground/ci. */
export interface Works {
  projects: Project[];
  agents?: { type: string; idle: number; busy: number }[];
}

export interface Project {
  id: string;
  name: string;
  pipelines: Pipeline[];
}

export interface Pipeline {
  id: string;
  name: string;
  file?: string;
  workflow?: string;
  branch: string;
  commit: string;
  message: string;
  author: string;
  state: string;
  startedAt?: string | null;
  seconds: number;
  promotedFrom: string | null;
  promotedAs: string | null;
  blocks: Block[];
  promotions: { name: string; state: string; pipeline: string | null; by?: string | null }[];
  promotable: Promotable[];
}

export interface Block {
  name: string;
  state: string;
  jobs: { name: string; state: string; seconds?: number }[];
}

export interface Promotable {
  name: string;
  parameters: Parameter[];
}

export interface Parameter {
  name: string;
  required: boolean;
  options?: string[] | null;
  default?: string | null;
}

/** What stands at an address of the simulated Semaphore: the answer of GET /playground/page. */
export interface SemaphorePlace {
  project: string;
  pipeline?: Pipeline;
  job?: { name: string; block: string; log: string };
  pipelines?: Pipeline[];
}

/** A call between the bot, Slack and Semaphore, without its body. */
export interface Call {
  n: number;
  at: string;
  from: string;
  to: string;
  method: string;
  path: string;
  status: string;
  ms: number;
}
