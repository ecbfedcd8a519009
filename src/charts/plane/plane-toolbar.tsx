import { useWords } from "../../ui/use-words";
import frame from "../frame/chart-frame.module.css";
import type { Plane } from "./use-plane";

type Steering = Pick<Plane, "whole" | "boxing" | "setBoxing" | "zoomBy" | "reset">;

/** Zoom and, where the chart has it, box selection by button, for hands without a wheel. */
export function PlaneToolbar({ plane, boxes }: { readonly plane: Steering; readonly boxes: boolean }) {
  const { t } = useWords("charts");
  return (
    <>
      {boxes && (
        <button
          type="button"
          className={frame.icon}
          aria-label={t("plane.box")}
          title={t("plane.boxHint")}
          aria-pressed={plane.boxing}
          onClick={() => plane.setBoxing(!plane.boxing)}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M2 2h3v1.4H3.4V5H2Zm5 0h2v1.4H7Zm4 0h3v3h-1.4V3.4H11ZM2 7h1.4v2H2Zm10.6 0H14v2h-1.4ZM2 11h1.4v1.6H5V14H2Zm10.6 0H14v3h-3v-1.4h1.6ZM7 12.600h2V14H7Z" />
          </svg>
        </button>
      )}
      <button
        type="button"
        className={frame.icon}
        aria-label={t("plane.in")}
        title={t("plane.in")}
        onClick={() => plane.zoomBy(0.5)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M7.3 2.500h1.400v4.800h4.800v1.400H8.700v4.800H7.300V8.700H2.500V7.300h4.800Z" />
        </svg>
      </button>
      <button
        type="button"
        className={frame.icon}
        aria-label={t("plane.out")}
        title={t("plane.out")}
        disabled={plane.whole}
        onClick={() => plane.zoomBy(2)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M2.5 7.300h11v1.400h-11Z" />
        </svg>
      </button>
      <button
        type="button"
        className={frame.icon}
        aria-label={t("plane.reset")}
        title={t("plane.reset")}
        disabled={plane.whole}
        onClick={plane.reset}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M2 2h4.500v1.400H4.400l2.3 2.3-1 1-2.3-2.300v2.100H2Zm12 12H9.500v-1.400h2.100l-2.3-2.3 1-1 2.3 2.300V9.500H14Z" />
        </svg>
      </button>
    </>
  );
}
