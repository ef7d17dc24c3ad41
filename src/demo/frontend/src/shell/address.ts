import { useCallback, useEffect, useState } from "react";

/** The person and the place that the page shows; both are in its URL, so a reload keeps them and Back goes back. */
export interface Address {
  as: string;
  /** A channel's id, `home`, or null for the usual channel. */
  channel: string | null;
}

export type Navigate = (next: Partial<Address>, how?: "push" | "replace") => void;

export const FIRST_PERSON = "U0ALICE";
export const HOME = "home";

/** A scene to set up first, or a pipeline to point at: read once, when the page opens. */
export interface Errand {
  scene: string | null;
  pipeline: string | null;
  workflow: string | null;
}

export function errand(): Errand {
  const query = new URLSearchParams(location.search);
  return { scene: query.get("scene"), pipeline: query.get("pipeline"), workflow: query.get("workflow") };
}

export function useAddress(): [Address, Navigate] {
  const [address, setAddress] = useState(read);
  useEffect(() => {
    const back = () => setAddress(read());
    window.addEventListener("popstate", back);
    return () => window.removeEventListener("popstate", back);
  }, []);
  const navigate = useCallback<Navigate>((next, how = "push") => {
    const target = { ...read(), ...next };
    const url = written(target);
    if (how === "replace") {
      history.replaceState(null, "", url);
    } else if (url !== location.pathname + location.search) {
      history.pushState(null, "", url);
    }
    setAddress(target);
  }, []);
  return [address, navigate];
}

function read(): Address {
  const query = new URLSearchParams(location.search);
  return { as: query.get("as") ?? FIRST_PERSON, channel: query.get("channel") };
}

function written({ as, channel }: Address): string {
  const query = new URLSearchParams({ as });
  if (channel !== null) {
    query.set("channel", channel);
  }
  return `/?${query}`;
}
