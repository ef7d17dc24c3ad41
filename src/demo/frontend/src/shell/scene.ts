import { useEffect, useRef, useState } from "react";
import { post, Refused } from "../api/ask";
import { errand, type Navigate } from "./address";

/** Sets up the scene that the URL names, and goes to where it can be seen. Whether it is still being set up. */
export function useScene(navigate: Navigate, tell: (title: string, text: string) => void): boolean {
  const [scene, setScene] = useState(() => errand().scene);
  const asked = useRef(false);
  useEffect(() => {
    if (scene === null || asked.current) {
      return;
    }
    asked.current = true;
    const play = async () => {
      try {
        navigate(await post<{ as: string; channel: string }>("scene", { name: scene }), "replace");
      } catch (failure) {
        if (!(failure instanceof Refused)) {
          throw failure;
        }
        tell("No scene", failure.message);
        navigate({}, "replace");
      }
      setScene(null);
    };
    void play();
  }, [scene, navigate, tell]);
  return scene !== null;
}
