/** Light or dark as the person's system has it; forced colours are the browser's own work. */
import { webDarkTheme, webLightTheme } from "@fluentui/react-components";
import type { Theme } from "@fluentui/react-components";
import { useCallback, useSyncExternalStore } from "react";

const darkQuery = "(prefers-color-scheme: dark)";

export function useTheme(chosen: "light" | "dark" | undefined): Theme {
  const subscribe = useCallback((listener: () => void) => {
    const query = matchMedia(darkQuery);
    query.addEventListener("change", listener);
    return () => query.removeEventListener("change", listener);
  }, []);
  const systemIsDark = useSyncExternalStore(subscribe, () => matchMedia(darkQuery).matches);
  const dark = chosen === undefined ? systemIsDark : chosen === "dark";
  return dark ? webDarkTheme : webLightTheme;
}
