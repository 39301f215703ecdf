import { useMemo } from 'react';
import type { Choosable } from '@/components/forms/control-props';
import { useDesk } from './desk-store';

/** Everybody who is in, besides these; by name. */
export function useOthers(legs: 'everyone' | readonly string[]): readonly Choosable[] {
  const rows = useDesk((desk) => desk.roster.rows);
  const names = useDesk((desk) => desk.names);
  return useMemo(
    () =>
      [...rows.values()]
        .filter(({ id, state }) => state !== 'left' && !legs.includes(id))
        .map(({ id, name }) => ({ id, name }))
        .sort((a, b) => names.compare(a.name, b.name)),
    [rows, legs, names],
  );
}
