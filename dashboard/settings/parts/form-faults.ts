import { createContext } from 'preact';
import { useContext, useEffect } from 'preact/hooks';

/** What a form knows about the faults of its fields. */
interface FormFaults {
  /** What is wrong with a field, in words; also with a part of it (`units.3` belongs to `units`). */
  faultOf(name: string): string | undefined;
  /** A field says that it is there: faults of fields that are not are said above the form. */
  register(name: string): () => void;
}

export const FormFaultsContext = createContext<FormFaults>({
  faultOf: () => undefined,
  register: () => () => {},
});

/** What is wrong with a field of the form around it. */
export function useFault(name: string): string | undefined {
  const { faultOf, register } = useContext(FormFaultsContext);
  useEffect(() => register(name), [register, name]);
  return faultOf(name);
}

/** Whether a fault at a path belongs to a field. */
export function isAt(field: string, at: string): boolean {
  return at === field || at.startsWith(`${field}.`);
}
