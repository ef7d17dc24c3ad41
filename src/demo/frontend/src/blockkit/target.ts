import { useMemo, useState } from "react";
import { stepOfPress } from "../guide/steps";
import { usePlayground } from "../shell/playground";
import type { Options, Surface, Value, Values } from "./surface";

/** The target of presses: a message in a channel, or a view. */
export type Target = { channel: string; ts: string } | { view: string };

export const NO_ERRORS: Record<string, string> = {};

/** A surface that sends presses to a message or view, and keeps the values of inputs. */
export function useSurfaceOf(target: Target, errors: Record<string, string> = NO_ERRORS): Surface {
  const { as, act, did } = usePlayground();
  const [values, setValues] = useState<Values>({});
  const words = JSON.stringify(target);
  return useMemo(() => {
    const where = { as, ...(JSON.parse(words) as Target) };
    return {
      values,
      errors,
      setValue: (blockId: string, actionId: string, value: Value) =>
        setValues((before) => ({ ...before, [blockId]: { ...before[blockId], [actionId]: value } })),
      press: async (blockId: string, actionId: string, selected?: Value, label = "") => {
        const pressed = await act("press", { ...where, blockId, actionId, selected });
        const step = pressed === null ? null : stepOfPress(as, label);
        if (step) {
          did(step);
        }
      },
      options: async (blockId: string, actionId: string, query: string) =>
        (await act<Options>("options", { ...where, blockId, actionId, query })) ?? {},
    };
  }, [as, act, did, words, values, errors]);
}
