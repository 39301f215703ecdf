import { bareNumber, e164 } from '@/lib/contract/forms/limits';
import type { InboundAction, InboundRule, InboundRuleRow } from '@/lib/contract/inbound-rule';

/** Where what callers hear comes from. */
export type MusicSource = 'none' | 'file' | 'link';

/** The dialog's fields as they are typed; those of other actions keep what was typed in them. */
export interface RuleFields {
  readonly name: string;
  readonly which: 'one' | 'other';
  readonly number: string;
  readonly action: InboundAction;
  readonly queue: string;
  readonly musicFrom: MusicSource;
  readonly file: string;
  readonly link: string;
  readonly conference: string;
  readonly waitsForHost: boolean;
}

/** What is wrong with a field. */
export type RuleTrouble = 'numberWrong' | 'numberTaken' | 'otherTaken' | 'fileWanted' | 'linkWrong';

/** The fields of a rule, or of one that is yet to be made. */
export function fieldsOf(rule: InboundRule | null): RuleFields {
  const music = rule?.action === 'enqueue' ? rule.music : null;
  const file = music !== null && 'mediaName' in music ? music.mediaName : '';
  const link = music !== null && 'audioUrl' in music ? music.audioUrl : '';
  const given = file === '' ? 'link' : 'file';
  return {
    name: rule?.name ?? '',
    which: rule?.number === null ? 'other' : 'one',
    number: rule?.number ?? '',
    action: rule?.action ?? 'enqueue',
    queue: rule?.action === 'enqueue' ? rule.queue : '',
    musicFrom: music === null ? 'none' : given,
    file,
    link,
    conference: rule?.action === 'join' ? rule.conference : '',
    waitsForHost: rule?.action === 'join' && rule.waitsForHost,
  };
}

/** The rule that the fields make. */
export function ruleOf(fields: RuleFields): InboundRule {
  const name = fields.name.trim();
  const number = fields.which === 'other' ? null : bareNumber(fields.number);
  switch (fields.action) {
    case 'ring':
    case 'leave':
      return { name, number, action: fields.action };
    case 'enqueue':
      return {
        name,
        number,
        action: 'enqueue',
        queue: fields.queue.trim(),
        music: musicOf(fields),
      };
    case 'join': {
      const { waitsForHost } = fields;
      return { name, number, action: 'join', conference: fields.conference.trim(), waitsForHost };
    }
  }
}

function musicOf({ musicFrom, file, link }: RuleFields) {
  if (musicFrom === 'none') return null;
  return musicFrom === 'file' ? { mediaName: file } : { audioUrl: link.trim() };
}

/** The other rule that has its number; null where it is free. */
export function takenBy(
  fields: RuleFields,
  id: string | null,
  rows: readonly InboundRuleRow[],
): InboundRule | null {
  const { number } = ruleOf(fields);
  return rows.find((row) => row.id !== id && row.rule.number === number)?.rule ?? null;
}

/** What is wrong with the number, and with what callers are to hear. */
export function troublesOf(
  fields: RuleFields,
  id: string | null,
  rows: readonly InboundRuleRow[],
): { readonly number: RuleTrouble | null; readonly music: RuleTrouble | null } {
  return { number: numberTrouble(fields, id, rows), music: musicTrouble(fields) };
}

function numberTrouble(
  fields: RuleFields,
  id: string | null,
  rows: readonly InboundRuleRow[],
): RuleTrouble | null {
  const { number } = ruleOf(fields);
  if (number !== null && !e164.test(number)) return 'numberWrong';
  if (takenBy(fields, id, rows) === null) return null;
  return number === null ? 'otherTaken' : 'numberTaken';
}

function musicTrouble({ action, musicFrom, file, link }: RuleFields): RuleTrouble | null {
  if (action !== 'enqueue' || musicFrom === 'none') return null;
  if (musicFrom === 'file') return file === '' ? 'fileWanted' : null;
  return /^https?:\/\/\S+$/.test(link.trim()) && URL.canParse(link.trim()) ? null : 'linkWrong';
}
