import { z } from 'zod';
import type { Role } from '@/lib/domain/permission';
import { passwordLength } from './limits';

const text = (most: number) => z.string().trim().min(1).max(most);

/** What makes the first account. */
export const firstAccountSchema = z.object({
  code: text(40),
  name: text(80),
  email: z.email().max(320),
  password: z.string().min(passwordLength.least).max(passwordLength.most),
});

/** What the sign-in page offers to whoever looks at it. */
export interface SignInOffers {
  /** The single sign-on provider's name; null without one. */
  readonly providerName: string | null;
  /** The roles to rehearse by one click; none where the page is not asked for at this machine. */
  readonly rehearsals: readonly Role[];
  /** Whether the first account has still to be made. */
  readonly isFirst: boolean;
  /** Whether single sign-on led back here without letting anybody in. */
  readonly isOutside: boolean;
  /** The path of our own to go to afterwards. */
  readonly wayBack: string;
}
