import { AudioLines, ListOrdered, PhoneCall } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import type { CallRow } from '@/lib/contract/rows';
import { shortId } from '@/lib/format/person';
import { callName } from './call-view';
import { callPath } from './use-open-call';

/** Where a call is, with the way there. */
export function CallPlace({
  row,
  tabIndex,
}: {
  readonly row: CallRow;
  readonly tabIndex?: number;
}) {
  const t = useTranslations('calls.place');
  const { place, phase } = row;
  if (phase === 'ringing') return <span className="text-ink-3">{t('ringing')}</span>;
  switch (place.kind) {
    case 'nowhere':
      return <span className="text-ink-3">{t('nowhere')}</span>;
    case 'conference':
      return (
        <PlaceLink
          href={`/conferences/${encodeURIComponent(place.id)}`}
          tabIndex={tabIndex}
          title={t('conference')}
        >
          <AudioLines aria-hidden size={13} className="shrink-0 text-live" />
          <span className="truncate">{place.name ?? shortId(place.id)}</span>
        </PlaceLink>
      );
    case 'queue':
      return (
        <PlaceLink
          href={`/queues?queue=${encodeURIComponent(place.name)}`}
          tabIndex={tabIndex}
          title={t('queue')}
        >
          <ListOrdered aria-hidden size={13} className="shrink-0 text-ink-3" />
          <span className="truncate">{place.name}</span>
        </PlaceLink>
      );
    case 'bridged':
      if (place.other === null) {
        return (
          <span title={t('untold')} className="inline-flex items-center gap-1.5 text-ink-2">
            <PhoneCall aria-hidden size={13} className="shrink-0 text-ink-3" />
            {t('bridged')}
          </span>
        );
      }
      return (
        <PlaceLink href={callPath(place.other.id)} tabIndex={tabIndex} title={t('with')}>
          <PhoneCall aria-hidden size={13} className="shrink-0 text-brand" />
          <span className="truncate">{callName(place.other)}</span>
        </PlaceLink>
      );
  }
}

function PlaceLink({
  href,
  title,
  tabIndex,
  children,
}: {
  readonly href: string;
  readonly title: string;
  readonly tabIndex: number | undefined;
  readonly children: React.ReactNode;
}) {
  return (
    <Link
      href={href}
      title={title}
      tabIndex={tabIndex}
      className="inline-flex max-w-full items-center gap-1.5 rounded-sm align-middle font-medium underline-offset-2 hover:underline"
    >
      {children}
    </Link>
  );
}
