'use client';
import { Clock, Play, Square, Trash2 } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import { Cell, Column, Row, RowTable } from '@/components/ui/row-table';
import { showToast } from '@/components/ui/toast';
import { useCarrierNow } from '@/lib/browser/use-carrier-now';
import { type Listening, useListening } from '@/lib/browser/use-listening';
import { mediaAudioPath } from '@/lib/browser/use-media';
import type { MediaRow } from '@/lib/contract/media';
import { useLength } from '@/lib/i18n/use-length';
import type { MediaQuestion } from './media-question';

/** The library, one file a row. */
export function MediaTable({
  rows,
  onAsk,
}: {
  readonly rows: readonly MediaRow[];
  readonly onAsk: (question: MediaQuestion) => void;
}) {
  const t = useTranslations('settings.media');
  const caption = useTranslations('shell.sections')('media');
  const listening = useListening((name) => {
    showToast({ kind: 'error', title: t('notHeard', { name }) });
  });
  return (
    <RowTable
      caption={caption}
      isStackedOnPhones
      head={
        <>
          <Column>{t('columns.name')}</Column>
          <Column className="w-36">{t('columns.type')}</Column>
          <Column className="w-48">{t('columns.stored')}</Column>
          <Column className="w-40">{t('columns.expires')}</Column>
          <Column className="w-36">
            <span className="sr-only">{t('columns.actions')}</span>
          </Column>
        </>
      }
    >
      {rows.map((row) => (
        <Medium key={row.name} row={row} listening={listening} onAsk={onAsk} />
      ))}
    </RowTable>
  );
}

function Medium({
  row,
  listening,
  onAsk,
}: {
  readonly row: MediaRow;
  readonly listening: Listening;
  readonly onAsk: (question: MediaQuestion) => void;
}) {
  const t = useTranslations('settings.media');
  const { dateTime } = useFormatter();
  const { name, contentType, createdAt } = row;
  const isHeard = listening.name === name;
  return (
    <Row className="max-md:grid max-md:h-auto max-md:grid-cols-[1fr_auto] max-md:items-center max-md:gap-y-0.5 max-md:py-2">
      <Cell className="font-[560] max-md:px-4" title={name}>
        {name}
      </Cell>
      <Cell className="font-mono text-sm text-ink-2 max-md:hidden">{contentType}</Cell>
      <Cell className="text-sm text-ink-2 max-md:hidden">
        {createdAt !== null &&
          dateTime(createdAt / 1000, { dateStyle: 'medium', timeStyle: 'short' })}
      </Cell>
      <Cell className="text-sm text-ink-2 max-md:row-start-2 max-md:px-4">
        <Kept row={row} />
      </Cell>
      <Cell className="text-right max-md:row-span-2 max-md:row-start-1">
        <span className="inline-flex gap-1">
          <IconButton
            look="ghost"
            label={t(isHeard ? 'stop' : 'listen', { name })}
            icon={isHeard ? <Square size={15} /> : <Play size={15} />}
            onClick={() => {
              if (isHeard) listening.stop();
              else listening.start(name, mediaAudioPath(name));
            }}
          />
          <IconButton
            look="ghost"
            label={t('keepAction', { name })}
            icon={<Clock size={15} />}
            onClick={() => {
              onAsk({ ask: 'keep', row });
            }}
          />
          <IconButton
            look="ghost"
            label={t('delete', { name })}
            icon={<Trash2 size={15} />}
            onClick={() => {
              onAsk({ ask: 'delete', row });
            }}
          />
        </span>
      </Cell>
    </Row>
  );
}

/** How much longer the carrier keeps a file. */
function Kept({ row: { expiresAt } }: { readonly row: MediaRow }) {
  const t = useTranslations('settings.media');
  const length = useLength();
  const now = useCarrierNow();
  if (expiresAt === null) return t('keptUnknown');
  if (now === 0) return null;
  return expiresAt <= now ? t('expired') : t('keptFor', { length: length(expiresAt - now) });
}
