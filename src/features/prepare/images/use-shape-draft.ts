import { useCallback, useState } from "react";
import type { ImagesShape } from "../../../core/images/images-shape";
import { useActions } from "../../../state/use-session";

export interface ShapeDraft {
  /** As it would be. */
  readonly shape: ImagesShape;
  /** How many of its parts differ from what holds now. */
  readonly changes: number;
  /** False where it could not be run at all. */
  readonly isSound: boolean;
  change(part: Partial<ImagesShape>): void;
  /** One undoable step; everything runs again. */
  apply(): void;
  discard(): void;
}

/** Changes to how images are seen are collected and looked at first: each of them makes every detector run again. */
export function useShapeDraft(now: ImagesShape): ShapeDraft {
  const { setRecipe } = useActions();
  const [part, setPart] = useState<Partial<ImagesShape>>({});
  const change = useCallback((more: Partial<ImagesShape>) => setPart((before) => ({ ...before, ...more })), []);
  const shape = { ...now, ...part };
  const isChanged = (key: keyof ImagesShape) => JSON.stringify(shape[key]) !== JSON.stringify(now[key]);
  return {
    shape,
    // The keys of a shape are those of its type.
    changes: (Object.keys(shape) as (keyof ImagesShape)[]).filter(isChanged).length,
    isSound: shape.learnFrom.kind !== "folders" || shape.learnFrom.folders.length > 0,
    change,
    apply() {
      setRecipe({ shape });
      setPart({});
    },
    discard: () => setPart({}),
  };
}
