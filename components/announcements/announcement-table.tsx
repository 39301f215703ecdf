'use client';
import { Pencil, Trash2 } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';
import { Cell, Column, Row, RowTable } from '@/components/ui/row-table';
import type { AnnouncementRow } from '@/lib/contract/announcement';
import type { AnnouncementQuestion } from './announcement-question';

/** The saved announcements, by key. */
export function AnnouncementTable({
  rows,
  onAsk,
}: {
  readonly rows: readonly AnnouncementRow[];
  readonly onAsk: (question: AnnouncementQuestion) => void;
}) {
  const t = useTranslations('settings.announcements');
  const caption = useTranslations('shell.sections')('announcements');
  return (
    <RowTable
      caption={caption}
      isStackedOnPhones
      head={
        <>
          <Column className="w-16">{t('columns.key')}</Column>
          <Column>{t('columns.title')}</Column>
          <Column className="w-56">{t('columns.voice')}</Column>
          <Column className="w-56 max-lg:hidden">{t('columns.by')}</Column>
          <Column className="w-24">
            <span className="sr-only">{t('columns.actions')}</span>
          </Column>
        </>
      }
    >
      {rows.map((row) => (
        <Announcement key={row.id} row={row} onAsk={onAsk} />
      ))}
    </RowTable>
  );
}

function Announcement({
  row,
  onAsk,
}: {
  readonly row: AnnouncementRow;
  readonly onAsk: (question: AnnouncementQuestion) => void;
}) {
  const t = useTranslations('settings.announcements');
  const { dateTime } = useFormatter();
  const { key, title, text, voice, language, updatedAt, updatedBy } = row;
  const date = dateTime(updatedAt / 1000, { dateStyle: 'medium' });
  return (
    <Row className="h-12! max-md:grid max-md:h-auto! max-md:grid-cols-[auto_1fr_auto] max-md:items-center max-md:gap-y-0.5 max-md:py-2">
      <Cell>
        <Kbd>{key}</Kbd>
      </Cell>
      <Cell title={text}>
        <span className="block truncate font-[560]">{title}</span>
        <span className="block truncate text-sm text-ink-3">{text}</span>
      </Cell>
      <Cell className="text-sm text-ink-2 max-md:col-span-2 max-md:col-start-2 max-md:row-start-2">
        {language === null ? voice : `${voice} · ${language}`}
      </Cell>
      <Cell className="text-sm text-ink-2 max-lg:hidden">
        {t('saved', { name: updatedBy.name, date })}
      </Cell>
      <Cell className="text-right max-md:col-start-3 max-md:row-start-1">
        <span className="inline-flex gap-1">
          <IconButton
            look="ghost"
            label={t('edit', { title })}
            icon={<Pencil size={15} />}
            onClick={() => {
              onAsk({ ask: 'edit', row });
            }}
          />
          <IconButton
            look="ghost"
            label={t('delete', { title })}
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
