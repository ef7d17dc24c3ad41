import { useCallback } from "react";
import { post, Refused } from "../api/ask";
import type { Playground } from "./playground";

/** Asks the demo to do something; a refusal is shown as a note, and returns null. */
export function useAct(tell: (title: string, text: string) => void): Playground["act"] {
  return useCallback(
    async <T,>(path: string, body: object): Promise<T | null> => {
      try {
        return await post<T>(path, body);
      } catch (failure) {
        if (!(failure instanceof Refused)) {
          throw failure;
        }
        tell("Not done", failure.message);
        return null;
      }
    },
    [tell],
  );
}
