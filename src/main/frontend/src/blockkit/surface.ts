import { createContext, useContext } from "react";
import type { Json } from "../api/workspace";

/** What somebody chose in a view's input, by block and action; null where nothing is chosen. */
export type Values = Record<string, Record<string, Value>>;
export type Value = string | string[] | null;

/** Where blocks stand: what a press in them means, and what their inputs hold. */
export interface Surface {
  press: (blockId: string, actionId: string, selected?: Value) => Promise<void>;
  /** Asks the app for the options of an external menu. */
  options: (blockId: string, actionId: string, query: string) => Promise<Options>;
  values: Values;
  setValue: (blockId: string, actionId: string, value: Value) => void;
  /** What the app said against an input, by block. */
  errors: Record<string, string>;
}

export interface Options {
  options?: Json[] | null;
  option_groups?: Json[] | null;
}

const Context = createContext<Surface | null>(null);

export const SurfaceProvider = Context.Provider;

export function useSurface(): Surface {
  const surface = useContext(Context);
  if (!surface) {
    throw new Error("Blocks stand on no surface");
  }
  return surface;
}
