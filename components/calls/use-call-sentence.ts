import { useTranslations } from 'use-intl';
import type { CallCommand } from '@/lib/domain/call/command';
import type { CallEvent } from '@/lib/domain/call/event';
import type { Numbered } from '@/lib/domain/event';
import { farEnd } from '@/lib/domain/party';
import { nameOfFarEnd, shortId } from '@/lib/format/person';
import { nameOf } from './call-mark';

/** Says in a sentence what an event of a call tells. */
export function useCallSentence(): (event: Numbered<CallEvent>) => string {
  const t = useTranslations('calls.timeline.says');
  const what = useTranslations('calls.mark.what');
  return (event) => {
    switch (event.type) {
      case 'call.initiated':
        return event.data.party.direction === 'outgoing' ? t('ringsThere') : t('ringsHere');
      case 'call.answered':
        return t('answered');
      case 'call.bridged':
        return t('bridged');
      case 'call.hangup':
        return t('hungUp', { cause: (event.data.cause ?? '').replaceAll('_', ' ') });
      case 'call.dtmf.received':
        return t('pressed', { digits: event.data.digit });
      case 'call.gather.ended':
        return t('gathered', { digits: event.data.digits });
      case 'call.enqueued':
        return t('enqueued', { queue: event.data.queue });
      case 'call.dequeued':
        return t('dequeued', {
          queue: event.data.queue,
          reason: (event.data.reason ?? '').replaceAll('-', ' '),
        });
      case 'call.playback.started':
        return t('playing', { media: event.data.mediaName ?? event.data.mediaUrl ?? '' });
      case 'call.playback.ended':
        return t('played');
      case 'call.speak.started':
        return t('speaking');
      case 'call.speak.ended':
        return t('spoken');
      case 'call.referred':
        return t(`referred.${event.data.phase}`);
      case 'call.dialled': {
        const { party, supervises } = event.data;
        const who = event.actor?.name ?? '';
        const to = nameOfFarEnd(null, farEnd(party)) ?? '';
        return supervises === null
          ? t('dialled', { who, to })
          : t('dialledToSupervise', { who, to });
      }
      case 'call.supervises':
        return t('supervises');
      case 'call.found':
        return t('found');
      case 'call.paired':
        return t('paired', { call: shortId(event.data.callControlId) });
      case 'participant.joined':
        return t('joined', { conference: shortId(event.data.conferenceId) });
      case 'participant.left':
        return t('left', { conference: shortId(event.data.conferenceId) });
      case 'command.sent': {
        const { command } = event.data;
        const asked = what(nameOf(command.type));
        const to = aimOf(command);
        const who = event.actor?.name ?? t('rule');
        return to === null
          ? t('asked', { who, what: asked })
          : t('askedTo', { who, what: asked, to });
      }
      case 'command.accepted':
      case 'command.refused':
      case 'command.unknown':
        return '';
    }
  };
}

/** To whom or where a command leads, in words; null where it leads nowhere. */
function aimOf({ fields }: CallCommand): string | null {
  if ('to' in fields) return nameOfFarEnd(null, fields.to);
  if ('sipAddress' in fields) return fields.sipAddress;
  if ('callControlId' in fields && fields.callControlId !== undefined)
    return shortId(fields.callControlId);
  return 'queue' in fields ? (fields.queue ?? null) : null;
}
