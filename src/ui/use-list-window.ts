import { useVirtualizer, type Virtualizer } from "@tanstack/react-virtual";
import type { RefObject } from "react";

interface Options {
  readonly count: number;
  /** The element that scrolls. */
  readonly scroller: RefObject<HTMLElement | null>;
  /** Pixels along the scroll direction. */
  sizeOf(index: number): number;
  readonly horizontal?: boolean;
  /** Pixels before the first item, such as a sticky head. */
  readonly before?: number;
}

/** The part of a long list that is in view; only that is drawn. */
export function useListWindow(options: Options): Virtualizer<HTMLElement, HTMLElement> {
  const { count, scroller, sizeOf, horizontal = false, before = 0 } = options;
  return useVirtualizer<HTMLElement, HTMLElement>({
    count,
    horizontal,
    getScrollElement: () => scroller.current,
    estimateSize: sizeOf,
    overscan: 6,
    useFlushSync: false,
    paddingStart: before,
    scrollPaddingStart: before,
  });
}
