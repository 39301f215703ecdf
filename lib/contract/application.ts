import { z } from 'zod';
import type { Micros } from '@/lib/domain/stamp';
import type { DeliveryRow } from './rows';

/** Where the carrier may handle the media of an application; `Latency`: wherever it is nearest (DOMAIN §1.6). */
export const anchorSites = [
  'Latency',
  'Chicago, IL',
  'Ashburn, VA',
  'San Jose, CA',
  'London, UK',
  'Chennai, IN',
  'Amsterdam, Netherlands',
  'Toronto, Canada',
  'Sydney, Australia',
] as const;

/** How digits are sent to the calls of an application (DOMAIN §1.6). */
export const dtmfTypes = ['RFC 2833', 'Inband', 'SIP INFO'] as const;

/** Who may call the SIP subdomain of an application (DOMAIN §1.6). */
export const subdomainCallers = ['from_anyone', 'only_my_connections'] as const;

/** The versions of webhooks; Rostrum reads the second only (DOMAIN §2.1). */
export const webhookVersions = ['1', '2'] as const;

/** What numbers in an application may be; the carrier names no other bounds (DOMAIN §1.6). */
export const applicationLimits = {
  webhookTimeoutSecs: { least: 0, most: 30 },
  firstCommandTimeoutSecs: { least: 1 },
  channels: { least: 1 },
  /** Ours: the carrier says none. */
  longestName: 255,
  shortestSearch: 3,
} as const;

/** A part of a host name, as browsers read patterns: without anchors. */
export const subdomainPattern = '[A-Za-z0-9](?:[A-Za-z0-9\\-]{0,61}[A-Za-z0-9])?';

const { webhookTimeoutSecs, firstCommandTimeoutSecs, channels, longestName, shortestSearch } =
  applicationLimits;
const webhookTimeoutWords = `Give ${webhookTimeoutSecs.least} to ${webhookTimeoutSecs.most} seconds, or nothing for the carrier’s own`;

const address = z
  .url({ protocol: /^https?$/, error: 'Give an address that begins with https:// or http://' })
  .max(2000, 'An address has 2000 characters at most');
const switchedOn = z.boolean('Say true or false');
const channelLimit = z
  .int('Give a whole number of calls, or nothing for no limit')
  .min(channels.least, 'Allow one call at least, or give nothing for no limit')
  .nullable();
const seconds = 'Give whole seconds, 1 or more';

/** What can be set of an application; every field has a sentence for what is wrong with it. */
const settings = {
  name: z
    .string()
    .trim()
    .min(1, 'Give it a name')
    .max(longestName, `A name has ${longestName} characters at most`),
  /** Where its webhooks go. */
  webhookUrl: address,
  /** Where they go when that fails; null: nowhere. */
  failoverUrl: address.nullable(),
  apiVersion: z.enum(webhookVersions, 'Choose version 2, or 1 for programs that cannot read 2'),
  /** How long the carrier waits for an answer; null: as long as it does by itself. */
  webhookTimeoutSecs: z
    .int(webhookTimeoutWords)
    .min(webhookTimeoutSecs.least, webhookTimeoutWords)
    .max(webhookTimeoutSecs.most, webhookTimeoutWords)
    .nullable(),
  isActive: switchedOn,
  anchorSite: z.enum(anchorSites, `Choose one of: ${anchorSites.join('; ')}`),
  dtmfType: z.enum(dtmfTypes, `Choose one of: ${dtmfTypes.join('; ')}`),
  /** Whether calls that come in and get no command are hung up. */
  firstCommandTimeout: switchedOn,
  firstCommandTimeoutSecs: z.int(seconds).min(firstCommandTimeoutSecs.least, seconds),
  callCostInWebhooks: switchedOn,
  redactDtmf: switchedOn,
  /** How many calls may come in at once; null: as many as the account allows. */
  inboundChannelLimit: channelLimit,
  shakenStir: switchedOn,
  sipSubdomain: z
    .string()
    .regex(
      new RegExp(`^${subdomainPattern}$`),
      'Give the part before .sip.telnyx.com: letters, digits and dashes, 63 at most',
    )
    .nullable(),
  sipSubdomainCallers: z.enum(subdomainCallers, `Choose one of: ${subdomainCallers.join('; ')}`),
  /** How many calls may be dialled at once; null: as many as the account allows. */
  outboundChannelLimit: channelLimit,
  /** Without one the application cannot dial. */
  voiceProfileId: z
    .string()
    .regex(/^\d{1,30}$/, 'Give the number that the portal shows as the id of the voice profile')
    .nullable(),
};

/** What an application is like unless it is told otherwise: as the carrier has it, but of version 2 (DOMAIN §1.6). */
export const usualApplication = {
  failoverUrl: null,
  apiVersion: '2',
  webhookTimeoutSecs: null,
  isActive: true,
  anchorSite: 'Latency',
  dtmfType: 'RFC 2833',
  firstCommandTimeout: false,
  firstCommandTimeoutSecs: 30,
  callCostInWebhooks: false,
  redactDtmf: false,
  inboundChannelLimit: null,
  shakenStir: false,
  sipSubdomain: null,
  sipSubdomainCallers: 'from_anyone',
  outboundChannelLimit: null,
  voiceProfileId: null,
} as const satisfies Partial<ApplicationSettings>;

const differs = {
  message: 'The failover address is to be another one than the first',
  path: ['failoverUrl'],
};

/** The body of `POST /api/applications`. */
export const newApplicationSchema = z
  .preprocess(withUsual, z.strictObject(settings))
  .refine(({ webhookUrl, failoverUrl }) => webhookUrl !== failoverUrl, differs);

/** The body of `PATCH /api/applications/:id`: what is to be otherwise. */
export const applicationChangeSchema = z
  .strictObject(settings)
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'Say what is to be otherwise')
  .refine(
    ({ webhookUrl, failoverUrl }) => webhookUrl === undefined || webhookUrl !== failoverUrl,
    differs,
  );

/** The query of `GET /api/applications`; `q` is a part of a name. */
export const listApplicationsSchema = z.strictObject({
  q: z
    .string()
    .trim()
    .min(shortestSearch, `Search for ${shortestSearch} characters or more`)
    .max(longestName)
    .optional(),
  cursor: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, 'This cursor is not one of ours: begin again without it')
    .optional(),
  limit: z.coerce.number().int().min(1).max(250).default(50),
});

/** What can be set of a call control application (DOMAIN §1.6). */
export type ApplicationSettings = z.output<z.ZodObject<typeof settings>>;
/** What is to be otherwise. */
export type ApplicationChange = z.output<typeof applicationChangeSchema>;

/** Of what the carrier chose from a list it may tell values that are newer than ours. */
type Listed = 'apiVersion' | 'anchorSite' | 'dtmfType' | 'sipSubdomainCallers';

/** A call control application as the carrier has it. */
export interface ApplicationRow
  extends Readonly<Omit<ApplicationSettings, Listed>>, Readonly<Record<Listed, string>> {
  /** What calls and webhooks name as their connection. */
  readonly id: string;
  readonly createdAt: Micros | null;
  readonly updatedAt: Micros | null;
}

/** `GET /api/carrier`: what Rostrum knows of its place at the carrier without asking it. */
export interface CarrierSettings {
  /** The application that Rostrum is told to be; null where it is told none. */
  readonly connectionId: string | null;
  /** Where its webhooks have to go; null where Rostrum does not know its own public address. */
  readonly webhookUrl: string | null;
  /** The newest that was signed with the carrier's key and kept. */
  readonly lastVerified: DeliveryRow | null;
}

function withUsual(body: unknown): unknown {
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
  return isObject ? { ...usualApplication, ...body } : body;
}
