import { createTheme, type CSSVariablesResolver } from "@mantine/core";

/** A calm instrument: the system's type, one accent, small radii. Meaningful colours live in charts/palette.css. */
export const theme = createTheme({
  primaryColor: "indigo",
  primaryShade: { light: 7, dark: 8 },
  autoContrast: true,
  defaultRadius: "sm",
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', Menlo, Consolas, monospace",
  headings: { fontWeight: "600" },
  respectReducedMotion: true,
  cursorType: "pointer",
});

/** Dimmed text and placeholders meet AA contrast in both schemes. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-dimmed": "#5b6470",
    "--mantine-color-placeholder": "#68717d",
    "--mantine-color-indigo-light-hover": "#dbe4ff",
  },
  dark: { "--mantine-color-dimmed": "#a5adb8", "--mantine-color-placeholder": "#959da8" },
});
