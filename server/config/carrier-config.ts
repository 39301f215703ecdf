import { type KeyObject, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type CarrierRegion, carrierRegions } from '@/lib/domain/conference/region';
import { readPublicKey } from '@/server/carrier/verify-signature';
import {
  absent,
  type GivenEnvironment,
  httpUrl,
  listed,
  optional,
  port,
  usually,
} from './variables';

/** The real carrier, or the simulator that stands in for it. */
export type CarrierConfig =
  | {
      readonly kind: 'carrier';
      readonly apiKey: string;
      readonly apiUrl: string;
      readonly publicKeys: readonly KeyObject[];
      readonly connectionId: string | null;
    }
  | {
      readonly kind: 'simulator';
      readonly apiKey: string;
      readonly port: number;
      readonly scenario: string | null;
      readonly connectionId: string;
    };

/** The variables about the carrier, or the simulator in its place. */
export const carrierVariables = {
  TELNYX_API_KEY: optional(z.string().min(8, 'copy the whole key from the carrier’s portal')),
  TELNYX_PUBLIC_KEY: optional(z.string()),
  TELNYX_API_URL: usually(httpUrl.default('https://api.telnyx.com/v2')),
  TELNYX_CONNECTION_ID: optional(z.string().max(100)),
  SIMULATOR: optional(z.enum(['on', 'off'], 'write on or off')),
  SIMULATOR_PORT: optional(port),
  SIMULATOR_SCENARIO: usually(z.string().max(60).default('town-hall')),
  CARRIER_REGIONS: optional(z.string()),
};

type Values = z.output<z.ZodObject<typeof carrierVariables>> & { readonly PORT: number };

/** The carrier the variables name, once they are known to be right. */
export function readCarrier(values: Values, publicKeys: readonly KeyObject[]): CarrierConfig {
  const { TELNYX_API_KEY: apiKey } = values;
  if (apiKey === undefined) return simulated(values);
  return {
    kind: 'carrier',
    apiKey,
    apiUrl: values.TELNYX_API_URL,
    publicKeys,
    connectionId: values.TELNYX_CONNECTION_ID ?? null,
  };
}

/** The carrier's public keys, none with the simulator; says which of the two it cannot be. */
export function readPublicKeys(env: GivenEnvironment, problems: string[]): readonly KeyObject[] {
  const hasKey = absent(env.TELNYX_API_KEY) !== undefined;
  const simulator = env.SIMULATOR;
  if (hasKey && simulator === 'on') {
    problems.push('SIMULATOR: on together with TELNYX_API_KEY: leave one of them out');
  } else if (!hasKey && simulator === 'off') {
    problems.push(
      'TELNYX_API_KEY: missing: set it, or leave SIMULATOR out to rehearse without an account',
    );
  } else if (hasKey) {
    return readKeys(env.TELNYX_PUBLIC_KEY, problems);
  }
  return [];
}

function simulated(values: Values): CarrierConfig {
  // Any free one where there is no next.
  const nextPort = values.PORT === 0 || values.PORT === 65_535 ? 0 : values.PORT + 1;
  return {
    kind: 'simulator',
    // Made anew at every start: nothing but this process and its child ever needs it.
    apiKey: `SIMULATED${randomBytes(24).toString('hex')}`,
    port: values.SIMULATOR_PORT ?? nextPort,
    scenario: values.SIMULATOR_SCENARIO === 'none' ? null : values.SIMULATOR_SCENARIO,
    connectionId: values.TELNYX_CONNECTION_ID ?? '1494404757140276705',
  };
}

function readKeys(text: string | undefined, problems: string[]): readonly KeyObject[] {
  const parts = listed(text);
  if (parts.length === 0) {
    problems.push(
      'TELNYX_PUBLIC_KEY: missing: without it nobody can tell the carrier’s webhooks from forged ones',
    );
  }
  return parts.flatMap((part) => {
    try {
      return [readPublicKey(part)];
    } catch (error) {
      problems.push(`TELNYX_PUBLIC_KEY: ${error instanceof Error ? error.message : String(error)}`);
      return [];
    }
  });
}

/** The regions named; notes those that there are not. */
export function readRegions(
  text: string | undefined,
  problems: string[],
): readonly CarrierRegion[] {
  const parts = listed(text);
  return parts.flatMap((part) => {
    const region = carrierRegions.find((known) => known.toLowerCase() === part.toLowerCase());
    if (region === undefined)
      problems.push(`CARRIER_REGIONS: ${part} is none of ${carrierRegions.join(', ')}`);
    return region ?? [];
  });
}
