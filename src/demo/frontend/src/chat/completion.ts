import type { Verb } from "../api/workspace";

export const COMMAND = "/semaphore";

/** Completions of the typed text, and the usage of the typed verb. */
export interface Completion {
  options: Verb[];
  /** The verb that is already typed, with its usage. */
  hint: Verb | null;
  /** Whether the verb is complete, so Enter sends instead of completing. */
  whole: boolean;
}

export const NOTHING: Completion = { options: [], hint: null, whole: false };

/** Reads the line up to the end of its verb. Verbs may have several words (`agents show`). */
export function completion(text: string, verbs: Verb[]): Completion {
  if (!text.startsWith("/") || text.includes("\n")) {
    return NOTHING;
  }
  if (COMMAND.startsWith(text.trimEnd())) {
    return { options: verbs, hint: null, whole: false };
  }
  if (!text.startsWith(COMMAND + " ")) {
    return NOTHING;
  }
  const said = text.slice(COMMAND.length).trimStart().toLowerCase();
  const options = verbs.filter((each) => each.verb.startsWith(said) && said !== each.verb + " ");
  const typed = verbs
    .filter((each) => said === each.verb || said.startsWith(each.verb + " "))
    .sort((a, b) => b.verb.length - a.verb.length);
  const longer = options.filter((each) => each.verb !== said.trimEnd());
  return { options: longer, hint: typed[0] ?? null, whole: typed.length > 0 };
}

/** The line with its verb completed. */
export function completed(verb: Verb): string {
  return `${COMMAND} ${verb.verb} `;
}
