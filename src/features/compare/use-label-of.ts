import { detectorCardOf } from "../../state/catalogue";
import { useDetectorWords } from "../../ui/use-detector-words";

/** The name of a detector, or of the consensus, in the person's language. */
export function useLabelOf(): (detector: string) => string {
  const words = useDetectorWords();
  return (id) => words({ id }, "label", detectorCardOf(id)?.label ?? id);
}
