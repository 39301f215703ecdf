import { useTranslations } from 'use-intl';
import {
  type ActivityDetail,
  type ActivityRow,
  secondFactorChanges,
} from '@/lib/contract/activity';
import type { ProblemCode } from '@/lib/contract/problem';
import { roles } from '@/lib/domain/permission';
import { supervisingRoles } from '@/lib/domain/supervision/command';
import { clockOf } from '@/lib/format/duration';
import { shortId } from '@/lib/format/person';

/** What stands in a line of activity: what else there is to its deed, on whom it was done, and why it was not. */
export interface ActivityWords {
  readonly note: (row: ActivityRow) => string | null;
  readonly target: (row: ActivityRow) => string | null;
  readonly why: (row: ActivityRow) => string | null;
}

/** Words for lines of activity. */
export function useActivityWords(): ActivityWords {
  const t = useTranslations('activity');
  const sentences = useTranslations('refusals');
  const roleNames = useTranslations('roles.names');
  const roleWord = (said: ActivityDetail[string]) => {
    const role = roles.find((one) => one === said);
    return role === undefined ? null : roleNames(role);
  };
  const supervisingWord = (said: string) => {
    const role = supervisingRoles.find((one) => one === said);
    return role === undefined ? null : t(`supervising.${role}`);
  };
  return {
    note: ({ outcome, detail: { repeats, beyond, change: said, steps, seconds } }) => {
      if (typeof repeats === 'number')
        return t(beyond === true ? 'beyond' : 'repeats', { count: repeats });
      if (Array.isArray(steps)) {
        const words = steps.flatMap((step: string) => supervisingWord(step) ?? []);
        if (typeof seconds !== 'number') return words.join(' → ');
        return t('supervised', { steps: words.join(' → '), length: clockOf(seconds * 1_000_000) });
      }
      const change = secondFactorChanges.find((one) => one === said);
      return change === undefined || outcome !== 'done' ? null : t(`changes.${change}`);
    },
    target: ({ target, detail }) => {
      const { people, names } = detail;
      if (target === null) return null;
      if (target.kind === 'participants') {
        const known = Array.isArray(names) ? names : [];
        const count = typeof people === 'number' ? people : known.length;
        const more = Math.max(0, count - known.length);
        return t('participants', { count, names: known.join(', '), more });
      }
      const name = target.name ?? (target.id === null ? null : idWords(target.kind, target.id));
      const [from, to] = [roleWord(detail.from), roleWord(detail.to)];
      if (name !== null && from !== null && to !== null) return t('changed', { name, from, to });
      const role = roleWord(detail.role);
      return name !== null && role !== null ? t('invited', { name, role }) : name;
    },
    why: ({ why, detail: { said } }) => {
      if (typeof said === 'string') return said;
      if (why === null) return null;
      const own = `whys.${why}` as 'whys.not-allowed';
      if (t.has(own)) return t(own);
      // Providers of single sign-on have codes of their own.
      return sentences.has(why as ProblemCode) ? sentences(why as ProblemCode) : why;
    },
  };
}

function idWords(kind: string, id: string): string {
  return kind === 'call' ? shortId(id) : id;
}
