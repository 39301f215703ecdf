'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { TroubleLine } from '@/components/shell/trouble-line';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { ChoiceField } from '@/components/ui/choice-field';
import { Dialog } from '@/components/ui/dialog';
import { Form } from '@/components/ui/form';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { showToast } from '@/components/ui/toast';
import { useAttempt } from '@/lib/browser/use-attempt';
import { useQueueNames } from '@/lib/browser/use-queue-names';
import type { WallboardsView } from '@/lib/browser/use-wallboards';
import { rotationLimits, tilesAtOnce, type WallboardRow } from '@/lib/contract/wallboard';
import type { WallboardQuestion } from './wallboard-question';

const formId = 'wallboard';
const extents = ['all', 'chosen'] as const;
type Extent = (typeof extents)[number];

/** Asks what a wallboard shows and how; changes `row` where there is one. What follows a new one is its link. */
export function WallboardDialog({
  row,
  wallboards,
  onAsk,
}: {
  readonly row: WallboardRow | null;
  readonly wallboards: Pick<WallboardsView, 'add' | 'change'>;
  readonly onAsk: (question: WallboardQuestion | null) => void;
}) {
  const t = useTranslations('settings.wallboards.dialog');
  const common = useTranslations('common');
  const { isBusy, trouble, run } = useAttempt();
  const [queues, setQueues] = useState<readonly string[] | null>(row === null ? null : row.queues);
  const [conferences, setConferences] = useState<Extent>(extentOf(row?.conferences ?? []));
  const [tiles, setTiles] = useState(String(row?.tiles ?? 4));
  const save = (field: (name: string) => string) => {
    run(async () => {
      const settings = {
        name: field('name'),
        queues: queues === null ? null : [...queues],
        conferences: conferences === 'all' ? null : linesOf(field('conferences')),
        tiles: tilesAtOnce.find((count) => String(count) === tiles) ?? 4,
        rotateSeconds: Number(field('rotateSeconds')),
      };
      if (row === null) {
        onAsk({ ask: 'link', made: await wallboards.add(settings) });
        return;
      }
      const { name } = await wallboards.change(row.id, settings);
      onAsk(null);
      showToast({ title: t('done', { name }) });
    });
  };
  return (
    <Dialog
      isOpen
      onOpenChange={() => {
        onAsk(null);
      }}
      title={t(row === null ? 'addTitle' : 'editTitle')}
      closeLabel={common('close')}
      footer={
        <>
          <Button
            onClick={() => {
              onAsk(null);
            }}
          >
            {common('cancel')}
          </Button>
          <Button type="submit" form={formId} look="primary" disabled={isBusy}>
            {isBusy ? common('busy') : t('save')}
          </Button>
        </>
      }
    >
      <Form id={formId} onSubmit={save}>
        <TextField
          label={t('name')}
          name="name"
          defaultValue={row?.name}
          maxLength={80}
          autoComplete="off"
          required
        />
        <Queues value={queues} onChange={setQueues} />
        <ChoiceField
          label={t('conferences')}
          value={conferences}
          choices={extents.map((value) => ({ value, label: t(`conferenceExtents.${value}`) }))}
          onChange={setConferences}
        />
        {conferences === 'chosen' && (
          <TextArea
            label={t('conferenceNames')}
            hint={t('conferenceNamesHint')}
            name="conferences"
            defaultValue={row?.conferences?.join('\n') ?? ''}
          />
        )}
        <ChoiceField
          label={t('tiles')}
          value={tiles}
          choices={tilesAtOnce.map((count) => ({ value: String(count), label: String(count) }))}
          onChange={setTiles}
        />
        <TextField
          label={t('rotateSeconds')}
          hint={t('rotateHint', rotationLimits)}
          name="rotateSeconds"
          type="number"
          min={rotationLimits.least}
          max={rotationLimits.most}
          step={1}
          defaultValue={row?.rotateSeconds ?? 20}
          required
        />
        <TroubleLine trouble={trouble} />
      </Form>
    </Dialog>
  );
}

function Queues({
  value,
  onChange,
}: {
  readonly value: readonly string[] | null;
  readonly onChange: (queues: readonly string[] | null) => void;
}) {
  const t = useTranslations('settings.wallboards.dialog');
  const known = useQueueNames();
  const names = [...new Set([...known, ...(value ?? [])])];
  return (
    <>
      <ChoiceField
        label={t('queues')}
        value={extentOf(value)}
        choices={extents.map((extent) => ({ value: extent, label: t(`queueExtents.${extent}`) }))}
        onChange={(extent) => {
          onChange(extent === 'all' ? null : []);
        }}
      />
      {value !== null && (
        <ul className="grid max-h-40 grid-cols-2 gap-x-3 gap-y-1.5 overflow-auto rounded-lg border border-line p-2.5">
          {names.length === 0 && <li className="text-sm text-ink-3">{t('noQueues')}</li>}
          {names.map((name) => (
            <li key={name} className="flex min-w-0 items-center gap-2">
              <Checkbox
                label={name}
                isChecked={value.includes(name)}
                onChange={({ target }) => {
                  onChange(
                    target.checked ? [...value, name] : value.filter((other) => other !== name),
                  );
                }}
              />
              <span aria-hidden className="truncate">
                {name}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function extentOf(names: readonly string[] | null): Extent {
  return names === null ? 'all' : 'chosen';
}

function linesOf(text: string): string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
}
