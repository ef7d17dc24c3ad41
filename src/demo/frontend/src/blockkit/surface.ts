import { createContext, useContext } from "react";
import type { Json } from "../api/workspace";

/** The chosen values of a view's inputs, by block and action; null for none. */
export type Values = Record<string, Record<string, Value>>;
export type Value = string | string[] | null;

/** The surface of blocks: how presses are sent, and the values of inputs. */
export interface Surface {
  press: (blockId: string, actionId: string, selected?: Value, label?: string) => Promise<void>;
  /** Asks the app for the options of an external menu. */
  options: (blockId: string, actionId: string, query: string) => Promise<Options>;
  values: Values;
  setValue: (blockId: string, actionId: string, value: Value) => void;
  /** The app's errors, by block. */
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
