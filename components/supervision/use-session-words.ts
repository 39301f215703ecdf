import { useTranslations } from 'use-intl';
import { roleInForce, type Supervision } from '@/lib/domain/supervision/supervision';
import { readableNumber } from '@/lib/format/phone';

const endings = ['stopped', 'hung-up', 'removed', 'supervised-left', 'conference-ended'] as const;
const reasons = [
  ...['user_busy', 'timeout', 'no-answer', 'call_rejected', 'normal_clearing'],
  ...['outcome-unknown', 'too-late'],
] as const;

/** What a session of supervision does now, in a sentence. */
export function useSessionWords(): (session: Supervision) => string {
  const t = useTranslations('supervision');
  const problems = useTranslations('refusals');
  const reasonOf = (reason: string) => {
    const found = reasons.find((one) => one === reason);
    return found === undefined ? reason.replaceAll('_', ' ') : t(`reasons.${found as 'timeout'}`);
  };
  return (session) => {
    const { phase, asked, wanted, reason, notChanged } = session;
    const name = asked?.whomName ?? t('somebody');
    const taken = roleInForce(session);
    switch (phase) {
      case 'ended': {
        const end = endings.find((one) => one === reason) ?? 'stopped';
        return t(`ended.${end}`, { name });
      }
      case 'failed':
        return t('failed', { reason: reasonOf(reason ?? '') });
      case 'refused': {
        const code = reason as Parameters<typeof problems>[0] | null;
        return code !== null && problems.has(code) ? problems(code) : (reason ?? '');
      }
      case 'asked':
      case 'dialling':
        return t('calling', { phone: readableNumber(asked?.to ?? '') });
      case 'answered':
        return t('answered');
      case 'live': {
        if (wanted?.step === 'leaving' || wanted?.step === 'rejoining') return t('rejoining');
        if (wanted !== null) return t(`changing.${wanted.role}`);
        if (notChanged !== null) return t('notChanged', { reason: notChanged });
        if (taken?.isBorneOut === false) return t('notShown');
        return t(`live.${taken?.role ?? 'monitor'}`, { name });
      }
    }
  };
}
