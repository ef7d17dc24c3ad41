import { useEffect, useState } from "react";
import { path } from "../api/ask";
import { revision } from "../api/changes";
import { useFetched } from "../api/fetched";
import { usePlayground } from "../shell/playground";

/** An entry of a person's authenticator app: the answer of GET /playground/phone. */
export interface PhoneEntry {
  id: string;
  issuer: string;
  code: string;
  /** How long the app shows this code. */
  leftMs: number;
}

/** What the phone of the current person shows, newest key first; read again when the codes change. */
export function usePhone(): PhoneEntry[] {
  const { as, changes } = usePlayground();
  const [turns, setTurns] = useState(0);
  const phone = useFetched<{ entries: PhoneEntry[] }>(
    path("phone", { as }),
    revision(changes, "slack", "time", "bot") + turns,
  );
  const left = phone?.entries[0]?.leftMs;
  useEffect(() => {
    if (left === undefined) {
      return;
    }
    const timer = window.setTimeout(() => setTurns((before) => before + 1), left + 50);
    return () => window.clearTimeout(timer);
  }, [phone, left]);
  return phone?.entries ?? [];
}

/** Seconds until the code changes, counted down here. */
export function useCountdown({ leftMs, code }: PhoneEntry): number {
  const [left, setLeft] = useState(leftMs);
  useEffect(() => {
    const end = performance.now() + leftMs;
    setLeft(leftMs);
    const timer = window.setInterval(() => setLeft(end - performance.now()), 1000);
    return () => window.clearInterval(timer);
  }, [leftMs, code]);
  return Math.max(0, Math.ceil(left / 1000));
}

/** Six digits as apps show them: 418 207. */
export function grouped(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}
