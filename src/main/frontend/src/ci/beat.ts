import { useEffect, useState } from "react";

/** A number that grows every so often while something runs, since the passing of time alone is no news. */
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
