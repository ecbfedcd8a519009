import { useCallback } from "react";
import { useDetectorWords } from "./use-detector-words";
import { useWords } from "./use-words";

interface Named {
  readonly id: string;
  readonly label: string;
  readonly number: number;
}

/** Names an instance of a detector in the person's language: "Autoencoder", "Autoencoder 2". */
export function useInstanceName(): (instance: Named) => string {
  const words = useDetectorWords();
  const { t } = useWords("common");
  return useCallback(
    ({ id, label: given, number }) => {
      const label = words({ id }, "label", given);
      return number === 1 ? label : t("instance", { label, number });
    },
    [words, t],
  );
}
