import { useSyncExternalStore } from "react";
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
  return useSyncExternalStore(watchScheme, paletteOfPage);
}

function watchScheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-mantine-color-scheme"] });
  return () => observer.disconnect();
}

let kept: { readonly scheme: string; readonly palette: Palette } | null = null;

/** The same object as long as the scheme is the same, as React asks of a snapshot. */
function paletteOfPage(): Palette {
  const scheme = document.documentElement.getAttribute("data-mantine-color-scheme") ?? "";
  if (kept?.scheme !== scheme) kept = { scheme, palette: readPalette() };
  return kept.palette;
}

function readPalette(): Palette {
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
