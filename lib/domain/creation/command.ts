import type { ConferenceSettings, DialOptions } from '../conference/command-fields';
import type { CallControlId } from '../ids';
import type { Permission } from '../permission';

/** Around which call a conference is made: one that is up, or one that is dialled for it. */
type AroundCall = { readonly [K in keyof DialOptions]?: DialOptions[K] | undefined } & {
  readonly callControlId?: CallControlId | undefined;
  /** E.164. */
  readonly to?: string | undefined;
};

/** Asks for a new conference (DOMAIN §1.3, C2). */
export interface CreationCommand {
  readonly type: 'conference.create';
  readonly fields: ConferenceSettings & AroundCall;
}

/** What making a conference needs: dialling for it also needs control of calls. */
export const creationNeeds = {
  create: 'conference.moderate',
  dial: 'call.control',
} as const satisfies Record<string, Permission>;
