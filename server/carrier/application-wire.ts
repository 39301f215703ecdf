import type Telnyx from 'telnyx';
import { z } from 'zod';
import {
  type ApplicationChange,
  type ApplicationRow,
  type ApplicationSettings,
  usualApplication as usual,
} from '@/lib/contract/application';
import { given } from './conference-words';

type CreateWords = Parameters<Telnyx['callControlApplications']['create']>[0];
type ChangeWords = Parameters<Telnyx['callControlApplications']['update']>[1];

const moment = z
  .string()
  .transform((text) => Date.parse(text) * 1000)
  .pipe(z.int())
  .nullish()
  .catch(null);

// An empty text is how the carrier says that there is none.
const text = z
  .string()
  .nullish()
  .transform((value) => (value === '' ? null : (value ?? null)));
const number = z
  .int()
  .nullish()
  .transform((value) => value ?? null);
const word = (byDefault: string) =>
  z
    .string()
    .nullish()
    .transform((value) => value ?? byDefault);
const flag = (byDefault: boolean) =>
  z
    .boolean()
    .nullish()
    .transform((value) => value ?? byDefault);

const inbound = z.object({
  channel_limit: number,
  shaken_stir_enabled: flag(usual.shakenStir),
  sip_subdomain: text,
  sip_subdomain_receive_settings: word(usual.sipSubdomainCallers),
});
const outbound = z.object({ channel_limit: number, outbound_voice_profile_id: text });

const application = z.object({
  id: z.string().min(1),
  application_name: word(''),
  webhook_event_url: word(''),
  webhook_event_failover_url: text,
  // The carrier's own default, which is not what Rostrum makes new ones of (DOMAIN §1.6).
  webhook_api_version: word('1'),
  webhook_timeout_secs: number,
  active: flag(usual.isActive),
  anchorsite_override: word(usual.anchorSite),
  dtmf_type: word(usual.dtmfType),
  first_command_timeout: flag(usual.firstCommandTimeout),
  first_command_timeout_secs: z
    .int()
    .nullish()
    .transform((value) => value ?? usual.firstCommandTimeoutSecs),
  call_cost_in_webhooks: flag(usual.callCostInWebhooks),
  redact_dtmf_debug_logging: flag(usual.redactDtmf),
  inbound: z.preprocess((value) => value ?? {}, inbound),
  outbound: z.preprocess((value) => value ?? {}, outbound),
  created_at: moment,
  updated_at: moment,
});

/** An application as the carrier tells it; nothing for one without an id, or of another shape. */
export function applicationReading(value: unknown): ApplicationRow[] {
  const read = application.safeParse(value);
  if (!read.success) return [];
  const told = read.data;
  return [
    {
      id: told.id,
      name: told.application_name,
      webhookUrl: told.webhook_event_url,
      failoverUrl: told.webhook_event_failover_url,
      apiVersion: told.webhook_api_version,
      webhookTimeoutSecs: told.webhook_timeout_secs,
      isActive: told.active,
      anchorSite: told.anchorsite_override,
      dtmfType: told.dtmf_type,
      firstCommandTimeout: told.first_command_timeout,
      firstCommandTimeoutSecs: told.first_command_timeout_secs,
      callCostInWebhooks: told.call_cost_in_webhooks,
      redactDtmf: told.redact_dtmf_debug_logging,
      inboundChannelLimit: told.inbound.channel_limit,
      shakenStir: told.inbound.shaken_stir_enabled,
      sipSubdomain: told.inbound.sip_subdomain,
      sipSubdomainCallers: told.inbound.sip_subdomain_receive_settings,
      outboundChannelLimit: told.outbound.channel_limit,
      voiceProfileId: told.outbound.outbound_voice_profile_id,
      createdAt: told.created_at ?? null,
      updatedAt: told.updated_at ?? null,
    },
  ];
}

/** A new application in the carrier's words; what it is to have none of is left out. */
export function creationWords(settings: ApplicationSettings): CreateWords {
  const words = {
    ...plainWords(settings),
    application_name: settings.name,
    webhook_event_url: settings.webhookUrl,
    inbound: withoutNulls(inboundWords(settings)),
    outbound: withoutNulls(outboundWords(settings)),
  };
  return words;
}

/** A change in the carrier's words: it wants the name and the address in any case (DOMAIN §1.6). */
export function changeWords(row: ApplicationRow, change: ApplicationChange): ChangeWords {
  // Whole, as nobody says whether what is left out of a part stays as it was.
  const whole = (before: object, changed: object) =>
    Object.keys(changed).length > 0 ? { ...withoutNulls(before), ...changed } : undefined;
  const words = {
    ...plainWords(change),
    application_name: change.name ?? row.name,
    webhook_event_url: change.webhookUrl ?? row.webhookUrl,
    ...given({
      inbound: whole(inboundWords(row), given(inboundWords(change))),
      outbound: whole(outboundWords(row), given(outboundWords(change))),
    }),
  };
  // The client's types know no null, with which a limit is taken away.
  return words;
}

function plainWords(settings: ApplicationChange) {
  return given({
    webhook_event_failover_url: settings.failoverUrl,
    webhook_api_version: settings.apiVersion,
    webhook_timeout_secs: settings.webhookTimeoutSecs,
    active: settings.isActive,
    anchorsite_override: settings.anchorSite,
    dtmf_type: settings.dtmfType,
    first_command_timeout: settings.firstCommandTimeout,
    first_command_timeout_secs: settings.firstCommandTimeoutSecs,
    call_cost_in_webhooks: settings.callCostInWebhooks,
    redact_dtmf_debug_logging: settings.redactDtmf,
  });
}

type Change = { readonly [Key in keyof ApplicationRow]?: ApplicationRow[Key] | undefined };

function inboundWords(settings: Change) {
  return {
    channel_limit: settings.inboundChannelLimit,
    shaken_stir_enabled: settings.shakenStir,
    sip_subdomain: settings.sipSubdomain,
    sip_subdomain_receive_settings: settings.sipSubdomainCallers,
  };
}

function outboundWords(settings: Change) {
  return {
    channel_limit: settings.outboundChannelLimit,
    outbound_voice_profile_id: settings.voiceProfileId,
  };
}

function withoutNulls(words: object): object {
  return Object.fromEntries(Object.entries(words).filter(([, value]) => value !== null));
}
