import { useEffect, useState } from "react";

/** A number that increases at intervals while something runs, since passing time alone causes no event. */
export function useBeat(running: boolean, milliseconds: number): number {
  const [beats, setBeats] = useState(0);
  useEffect(() => {
    if (!running) {
      return;
    }
    const timer = window.setInterval(() => {
      if (!document.hidden) {
        setBeats((before) => before + 1);
      }
    }, milliseconds);
    return () => window.clearInterval(timer);
  }, [running, milliseconds]);
  return beats;
}
