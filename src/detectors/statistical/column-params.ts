import type { PreparePreference } from "../../core/prepare/recipe";

/** How the columns of a row become one score: the same for every detector that looks at columns one by one. */
export const columnParams = {
  combine: {
    kind: "choice",
    label: "Combine columns by",
    help: "Max flags a row for its strangest column; mean flags it for being somewhat strange in many.",
    default: "max",
    options: ["max", "mean"],
    main: true,
  },
  side: {
    kind: "choice",
    label: "Strange when",
    help: "Both counts values that are too high or too low; high and low count only one of them.",
    default: "both",
    options: ["both", "high", "low"],
    main: true,
  },
} as const;

/** One-sided or not, a column is evaluated in its own unit: scaling changes nothing but keeps digits. */
export const columnPreference: PreparePreference = {
  scale: "standard",
  encode: "rare-level",
  why: { code: "detector.one-column-at-a-time" },
};
