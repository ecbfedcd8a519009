import { namedInstance } from "../../state/catalogue";
import { useInstanceName } from "../../ui/use-instance-name";

/** The name of an instance of a detector, or of the consensus, in the person's language. */
export function useLabelOf(): (id: string) => string {
  const nameOf = useInstanceName();
  return (id) => nameOf(namedInstance(id));
}
