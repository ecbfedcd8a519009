import { useMemo, useSyncExternalStore } from "react";
import "./palette.css";

/** The chart colours as a canvas needs them: values, not variables. */
export interface Palette {
  readonly ordinary: string;
  readonly ordinarySoft: string;
  readonly strange: string;
  readonly strangeSoft: string;
  readonly selected: string;
  readonly surface: string;
}

/** The colours of the current scheme; a new object whenever the scheme of the page changes. */
export function usePalette(): Palette {
  const scheme = useSyncExternalStore(watchScheme, schemeOf);
  return useMemo(() => readPalette(scheme), [scheme]);
}

function watchScheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-mantine-color-scheme"] });
  return () => observer.disconnect();
}

function schemeOf(): string {
  return document.documentElement.getAttribute("data-mantine-color-scheme") ?? "light";
}

/** The scheme is a parameter so that a change of it reads again. */
function readPalette(_scheme: string): Palette {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(name).trim() || "#808080";
  return {
    ordinary: read("--ae-ordinary"),
    ordinarySoft: read("--ae-ordinary-soft"),
    strange: read("--ae-strange"),
    strangeSoft: read("--ae-strange-soft"),
    selected: read("--ae-selected"),
    surface: read("--ae-surface"),
  };
}
