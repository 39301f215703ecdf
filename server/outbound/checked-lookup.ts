import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { refusalOf } from './address-class';
import { AddressRefusedError } from './address-refused-error';

/** All addresses that a name stands for now. Rejects where there is none, with the system's code. */
export type ResolveName = (
  name: string,
) => Promise<readonly { readonly address: string; readonly family: number }[]>;

/** The system's own way to resolve a name. */
export const resolveName: ResolveName = (name) => lookup(name, { all: true });

/**
 * All addresses behind a name; throws `AddressRefusedError` where there is none, or where one of them is not
 * reached without being allowed.
 */
export async function checkedAddresses(
  resolve: ResolveName,
  name: string,
  isAllowed: boolean,
): ReturnType<ResolveName> {
  const found = await resolve(name).catch(() => []);
  if (found.length === 0) throw new AddressRefusedError('address-unknown');
  // One bad address among good ones is enough: nobody knows which would be taken.
  const refusal = isAllowed ? undefined : found.map((one) => refusalOf(one.address)).find(Boolean);
  if (refusal !== undefined && refusal !== null) throw new AddressRefusedError(refusal);
  return found;
}

/**
 * The look-up of a connection, which then goes to the very address that was checked: between a check and a
 * second look-up the name could be made to point elsewhere (DNS rebinding).
 */
export function checkedLookup(resolve: ResolveName, isAllowed: boolean): LookupFunction {
  return (name, options, done) => {
    checkedAddresses(resolve, name, isAllowed).then(
      (found) => {
        const [first] = found;
        if (options.all === true) done(null, [...found]);
        else done(null, first?.address ?? '', first?.family);
      },
      (error: unknown) => {
        done(error instanceof Error ? error : new Error(String(error)), '');
      },
    );
  };
}
