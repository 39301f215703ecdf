import type { Actor } from '@/lib/domain/event';

/** Who acts: until there is sign-in, whoever is at this machine. */
export function currentActor(): Actor {
  return { userId: 'operator', name: 'Operator' };
}
