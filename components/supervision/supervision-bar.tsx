'use client';
import { useState } from 'react';
import { PartWords } from '@/components/shell/later-words';
import { later } from '@/components/ui/later';
import { useMe } from '@/lib/browser/use-may';
import { useOverview } from '@/lib/browser/use-overview';
import type { CommandId } from '@/lib/domain/ids';

const Strip = later(async () => (await import('./supervision-strip')).SupervisionStrip);

/** One’s own session of supervision on every page: while it goes on, and how it ended, until it is put away. */
export function SupervisionBar() {
  const { userId } = useMe();
  const running = useOverview(
    ({ supervisions }) =>
      [...supervisions.values()].find(({ actor }) => actor.userId === userId)?.sessionId ?? null,
  );
  const [shown, setShown] = useState<CommandId | null>(null);
  // The row goes a moment after the session has ended: what was put away by then stays away.
  const [putAway, setPutAway] = useState<CommandId | null>(null);
  if (running !== null && running !== shown) setShown(running);
  if (shown === null || shown === putAway) return null;
  return (
    <PartWords>
      <Strip
        key={shown}
        id={shown}
        onDismiss={() => {
          setPutAway(shown);
        }}
      />
    </PartWords>
  );
}
