import i18next from "i18next";
import { setI18n } from "react-i18next";
import { vi } from "vitest";
import charts from "../messages/en/charts.json";
import common from "../messages/en/common.json";
import series from "../messages/en/series.json";

/** Gives jsdom what a chart needs: a size, pointer capture, and the words. */
export async function prepareCharts(width = 640, height = 320): Promise<void> {
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(width);
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(height);
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
  Element.prototype.setPointerCapture = () => {};
  if (!i18next.isInitialized)
    await i18next.init({
      lng: "en",
      resources: { en: { charts, common, series } },
      interpolation: { escapeValue: false },
    });
  // Whichever catalogue was made last speaks where a test names none.
  setI18n(i18next);
}
