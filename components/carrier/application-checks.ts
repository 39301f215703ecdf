import type { ApplicationChange, ApplicationRow } from '@/lib/contract/application';
import type { Tone } from '@/components/ui/tone';

/** What there is to check of the application that Rostrum works with. */
export type CheckName = 'webhookUrl' | 'apiVersion' | 'isActive' | 'failoverUrl' | 'firstCommand';

/** One thing checked: how it stands, by the key of the words for it. */
export interface Check {
  readonly name: CheckName;
  readonly verdict: 'right' | 'wrong' | 'unknown' | 'on' | 'off';
  readonly tone: Extract<Tone, 'live' | 'warn' | 'bad' | 'neutral'>;
  /** What puts it right. */
  readonly fix: ApplicationChange | null;
}

/** Checks what Rostrum needs of its application; `webhookUrl` is where its webhooks have to go. */
export function checksOf(row: ApplicationRow, webhookUrl: string | null): readonly Check[] {
  return [
    webhookCheck(row, webhookUrl),
    must('apiVersion', row.apiVersion === '2', { apiVersion: '2' }),
    must('isActive', row.isActive, { isActive: true }),
    plain('failoverUrl', row.failoverUrl !== null),
    plain('firstCommand', row.firstCommandTimeout),
  ];
}

/** Whether two addresses are the same to whoever sends to them. */
export function isSameAddress(one: string, other: string): boolean {
  return plainAddress(one) === plainAddress(other);
}

function webhookCheck(row: ApplicationRow, webhookUrl: string | null): Check {
  if (webhookUrl === null) {
    return { name: 'webhookUrl', verdict: 'unknown', tone: 'warn', fix: null };
  }
  return must('webhookUrl', isSameAddress(row.webhookUrl, webhookUrl), { webhookUrl });
}

function must(name: CheckName, isRight: boolean, fix: ApplicationChange): Check {
  return isRight
    ? { name, verdict: 'right', tone: 'live', fix: null }
    : { name, verdict: 'wrong', tone: 'bad', fix };
}

function plain(name: CheckName, isOn: boolean): Check {
  return { name, verdict: isOn ? 'on' : 'off', tone: 'neutral', fix: null };
}

function plainAddress(text: string): string {
  return URL.canParse(text) ? new URL(text).href : text;
}
