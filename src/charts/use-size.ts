import { startTransition, useEffect, useRef, useState, type RefObject } from "react";

/** Whole CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The content size of an element, followed as it changes; 0 × 0 until it is laid out. */
export function useSize(): [RefObject<HTMLDivElement | null>, Size] {
  const ref = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => {
      const width = Math.floor(element.clientWidth);
      const height = Math.floor(element.clientHeight);
      // What depends on the size is the whole chart: drawn in slices, so that several at once do not block a frame.
      startTransition(() =>
        setSize((last) => (last.width === width && last.height === height ? last : { width, height })),
      );
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);
  return [ref, size];
}
