'use client';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { SettingsList } from '@/components/settings/settings-list';
import { ConfirmAttempt } from '@/components/shell/confirm-attempt';
import { Button } from '@/components/ui/button';
import { showToast } from '@/components/ui/toast';
import { useWallboards, type WallboardsView } from '@/lib/browser/use-wallboards';
import { WallboardDialog } from './wallboard-dialog';
import { WallboardLinkDialog } from './wallboard-link-dialog';
import type { WallboardQuestion } from './wallboard-question';
import { WallboardTable } from './wallboard-table';

/** The wallboards: make, change, give another link, and remove. */
export function WallboardsPage() {
  const t = useTranslations('settings.wallboards');
  const wallboards = useWallboards();
  const [question, setQuestion] = useState<WallboardQuestion | null>(null);
  return (
    <div className="pb-6">
      <div className="flex flex-wrap items-center gap-3 px-4 py-4 md:px-5">
        <p className="min-w-0 flex-1 text-ink-2">{t('about')}</p>
        <Button
          look="primary"
          icon={<Plus aria-hidden size={14} />}
          onClick={() => {
            setQuestion({ ask: 'add' });
          }}
        >
          {t('add')}
        </Button>
      </div>
      <SettingsList section="wallboards" list={wallboards}>
        <WallboardTable rows={wallboards.rows} onAsk={setQuestion} />
      </SettingsList>
      {question !== null && (
        <Question question={question} wallboards={wallboards} onAsk={setQuestion} />
      )}
    </div>
  );
}

function Question({
  question,
  wallboards,
  onAsk,
}: {
  readonly question: WallboardQuestion;
  readonly wallboards: WallboardsView;
  readonly onAsk: (question: WallboardQuestion | null) => void;
}) {
  const t = useTranslations('settings.wallboards');
  const onClose = () => {
    onAsk(null);
  };
  switch (question.ask) {
    case 'add':
    case 'edit':
      return (
        <WallboardDialog
          row={question.ask === 'edit' ? question.row : null}
          wallboards={wallboards}
          onAsk={onAsk}
        />
      );
    case 'link':
      return <WallboardLinkDialog made={question.made} onClose={onClose} />;
    case 'relink': {
      const { id, name } = question.row;
      return (
        <ConfirmAttempt
          title={t('relinkTitle', { name })}
          about={t('relinkText')}
          confirmLabel={t('relinkSubmit')}
          onClose={onClose}
          onConfirm={async () => {
            onAsk({ ask: 'link', made: await wallboards.relink(id) });
          }}
        />
      );
    }
    case 'remove': {
      const { id, name } = question.row;
      return (
        <ConfirmAttempt
          title={t('removeTitle', { name })}
          about={t('removeText')}
          confirmLabel={t('removeSubmit')}
          onClose={onClose}
          onConfirm={async () => {
            await wallboards.remove(id);
            onClose();
            showToast({ title: t('removed', { name }) });
          }}
        />
      );
    }
  }
}
