import {
  CircleCheck,
  Clock,
  LoaderCircle,
  type LucideIcon,
  PhoneCall,
  PhoneMissed,
  PhoneOff,
  RotateCcw,
} from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Pill } from '@/components/ui/pill';
import type { Tone } from '@/components/ui/tone';
import { useConference } from '@/lib/browser/use-conference';
import { useMay } from '@/lib/browser/use-may';
import type { InvitedNumber } from '@/lib/domain/conference/command-fields';
import type { Invitation } from '@/lib/domain/conference/conference';
import type { InvitationPhase } from '@/lib/domain/conference/event';
import { valuesOf } from '@/lib/domain/keyed';
import { readableNumber } from '@/lib/format/phone';
import { failedNumbers, newestFirst } from './invitations';

const pictures: Record<InvitationPhase, { readonly icon: LucideIcon; readonly tone: Tone }> = {
  waiting: { icon: Clock, tone: 'neutral' },
  dialling: { icon: LoaderCircle, tone: 'brand' },
  answered: { icon: PhoneCall, tone: 'brand' },
  joined: { icon: CircleCheck, tone: 'live' },
  busy: { icon: PhoneOff, tone: 'warn' },
  failed: { icon: PhoneMissed, tone: 'bad' },
};

/** Everybody who was invited to this conference and how far each call has come, newest first. */
export function InvitationList({
  mayRetry,
  onRetry,
}: {
  readonly mayRetry: boolean;
  readonly onRetry: (numbers: readonly InvitedNumber[]) => void;
}) {
  const t = useTranslations('deskForms.invite');
  const seesNumbers = useMay('numbers.see');
  const table = useConference((view) => view.foreseen?.invitations ?? null);
  const invitations = useMemo(() => (table === null ? [] : newestFirst(valuesOf(table))), [table]);
  const failed = failedNumbers(invitations);
  if (invitations.length === 0) return null;
  const joined = invitations.filter(({ phase }) => phase === 'joined').length;
  return (
    <section aria-label={t('list')} className="mt-4 border-t border-line-soft pt-3">
      <div className="flex min-h-[26px] items-center gap-2">
        <h3 role="status" className="flex-1 text-sm font-[560] text-ink-2">
          {t('summary', { count: invitations.length, joined, failed: failed.length })}
        </h3>
        {failed.length > 0 && seesNumbers && (
          <Button
            size="sm"
            icon={<RotateCcw aria-hidden size={13} />}
            disabled={!mayRetry}
            onClick={() => {
              onRetry(failed);
            }}
          >
            {t('retry', { count: failed.length })}
          </Button>
        )}
      </div>
      <ul className="mt-1">
        {invitations.map((invitation) => (
          <InvitationLine key={invitation.id} invitation={invitation} />
        ))}
      </ul>
    </section>
  );
}

function InvitationLine({ invitation }: { readonly invitation: Invitation }) {
  const t = useTranslations('deskForms.invite');
  const { to, label, phase, reason } = invitation;
  const { icon: Icon, tone } = pictures[phase];
  const number = readableNumber(to);
  return (
    <li className="flex min-h-9 items-center gap-2 border-b border-line-soft py-1 last:border-b-0">
      <div className="min-w-0 flex-1">
        <span className="block truncate font-[530]">{label ?? number}</span>
        {label !== null && <span className="font-mono text-[11px] text-ink-3">{number}</span>}
        {phase === 'failed' && reason !== null && (
          <span className="block text-sm wrap-anywhere text-ink-2">
            <Reason reason={reason} />
          </span>
        )}
      </div>
      <Pill
        tone={tone}
        icon={
          <Icon
            aria-hidden
            size={12}
            className={phase === 'dialling' ? 'animate-spin' : undefined}
          />
        }
      >
        {t(`phase.${phase}`)}
      </Pill>
    </li>
  );
}

const known = [
  'timeout',
  'no-answer',
  'call_rejected',
  'normal_clearing',
  'originator_cancel',
  'not_found',
  'unspecified',
  'conference-ended',
  'outcome-unknown',
  'not-carried-out',
] as const;

/** Why a call came to nothing, in words; what nobody foresaw stands as the carrier says it. */
function Reason({ reason }: { readonly reason: string }) {
  const t = useTranslations('deskForms.invite.reasons');
  const found = known.find((name) => name === reason);
  return found === undefined ? reason.replaceAll('_', ' ') : t(found);
}
