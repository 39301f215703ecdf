import type { Actor } from '@/lib/domain/event';

/** Whoever sits at this machine, as the server names them too while nobody signs in. */
export const localOperator: Actor = { userId: 'operator', name: 'Operator' };
