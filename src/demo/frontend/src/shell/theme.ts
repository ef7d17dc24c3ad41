import { useEffect, useState } from "react";
import { useRemembered } from "./remembered";

export type Theme = "light" | "dark";

/** Light or dark: the choice made here, or else the system's. */
export function useTheme(): [Theme, () => void] {
  const [chosen, setChosen] = useRemembered<Theme | null>("theme", null);
  const system = useSystemTheme();
  const theme = chosen ?? system;
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return [theme, () => setChosen(theme === "dark" ? "light" : "dark")];
}

function useSystemTheme(): Theme {
  const [dark, setDark] = useState(() => matchMedia(DARK).matches);
  useEffect(() => {
    const query = matchMedia(DARK);
    const changed = () => setDark(query.matches);
    query.addEventListener("change", changed);
    return () => query.removeEventListener("change", changed);
  }, []);
  return dark ? "dark" : "light";
}

const DARK = "(prefers-color-scheme: dark)";
