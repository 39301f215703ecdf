import {
  type ApplicationChange,
  type ApplicationRow,
  type ApplicationSettings,
  usualApplication,
} from '@/lib/contract/application';

/** The fields of an application by what stands in them: a text, a number or nothing, or a switch. */
const fields = {
  name: 'text',
  webhookUrl: 'text',
  failoverUrl: 'text or nothing',
  apiVersion: 'text',
  webhookTimeoutSecs: 'number',
  isActive: 'switch',
  anchorSite: 'text',
  dtmfType: 'text',
  firstCommandTimeout: 'switch',
  firstCommandTimeoutSecs: 'number',
  callCostInWebhooks: 'switch',
  redactDtmf: 'switch',
  inboundChannelLimit: 'number',
  shakenStir: 'switch',
  sipSubdomain: 'text or nothing',
  sipSubdomainCallers: 'text',
  outboundChannelLimit: 'number',
  voiceProfileId: 'text or nothing',
} as const satisfies Record<
  keyof ApplicationSettings,
  'text' | 'text or nothing' | 'number' | 'switch'
>;

/** One field. */
export type ApplicationField = keyof typeof fields;
/** Those that are switched on or off. */
export type SwitchField = {
  [Field in ApplicationField]: (typeof fields)[Field] extends 'switch' ? Field : never;
}[ApplicationField];
/** Those that are written or chosen. */
export type WrittenField = Exclude<ApplicationField, SwitchField>;

/** What stands in the form. */
export type ApplicationForm = Readonly<Record<WrittenField, string> & Record<SwitchField, boolean>>;

/** Whether this is a field of an application. */
export function isApplicationField(name: string): name is ApplicationField {
  return Object.hasOwn(fields, name);
}

/** The form as it opens: an application with a change that is proposed, or a new one. */
export function formOf(row: ApplicationRow | null, change: ApplicationChange): ApplicationForm {
  const before = row ?? { ...usualApplication, name: '', webhookUrl: '' };
  const settings = { ...before, ...change };
  const values = (Object.keys(fields) as ApplicationField[]).map((field) => {
    const value = settings[field];
    return [field, typeof value === 'boolean' ? value : String(value ?? '')];
  });
  return Object.fromEntries(values) as ApplicationForm;
}

/** What the form asks for; whether each may be so is for the server to say. */
export function settingsIn(form: ApplicationForm): ApplicationSettings {
  const settings = Object.entries(fields).map(([field, kind]) => {
    const value = form[field as ApplicationField];
    if (typeof value === 'boolean') return [field, value];
    const text = value.trim();
    if (kind === 'number') return [field, text === '' ? null : Number(text)];
    return [field, kind === 'text or nothing' && text === '' ? null : text];
  });
  return Object.fromEntries(settings) as ApplicationSettings;
}

/** What of the application the form asks to be otherwise; null where it is nothing. */
export function changeIn(row: ApplicationRow, form: ApplicationForm): ApplicationChange | null {
  const changed = Object.entries(settingsIn(form)).filter(
    ([field, value]) => row[field as ApplicationField] !== value,
  );
  return changed.length === 0 ? null : Object.fromEntries(changed);
}
