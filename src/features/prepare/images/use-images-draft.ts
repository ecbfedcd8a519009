import { useCallback, useState } from "react";
import type { ImagesKind } from "../../../core/kinds/images-kind";
import { useActions } from "../../../state/use-session";

export interface ShapeDraft {
  /** As it would be. */
  readonly rowKind: ImagesKind;
  /** How many of its parts differ from what holds now. */
  readonly changes: number;
  /** False where it could not be run at all. */
  readonly isSound: boolean;
  change(part: Partial<ImagesKind>): void;
  /** One undoable step; everything runs again. */
  apply(): void;
  discard(): void;
}

/** Changes to how images are seen are collected and looked at first: each of them makes every detector run again. */
export function useImagesDraft(now: ImagesKind): ShapeDraft {
  const { setRecipe } = useActions();
  const [part, setPart] = useState<Partial<ImagesKind>>({});
  const change = useCallback((more: Partial<ImagesKind>) => setPart((before) => ({ ...before, ...more })), []);
  const rowKind = { ...now, ...part };
  const isChanged = (key: keyof ImagesKind) => JSON.stringify(rowKind[key]) !== JSON.stringify(now[key]);
  return {
    rowKind,
    // The object has the keys of its type and no others.
    changes: (Object.keys(rowKind) as (keyof ImagesKind)[]).filter(isChanged).length,
    isSound: rowKind.learnFrom.kind !== "folders" || rowKind.learnFrom.folders.length > 0,
    change,
    apply() {
      setRecipe({ rowKind });
      setPart({});
    },
    discard: () => setPart({}),
  };
}
