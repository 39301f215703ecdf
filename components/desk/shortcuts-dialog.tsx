import { useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';

const shortcuts = [
  { does: 'move', keys: ['↑', '↓'] },
  { does: 'extend', keys: ['⇧', '↑↓'] },
  { does: 'select', keys: ['␣'] },
  { does: 'selectAll', keys: ['Ctrl/⌘', 'A'] },
  { does: 'mute', keys: ['M'] },
  { does: 'hold', keys: ['H'] },
  { does: 'details', keys: ['⏎'] },
  { does: 'muteAll', keys: ['⇧', 'M'] },
  { does: 'holdAll', keys: ['⇧', 'H'] },
  { does: 'record', keys: ['R'] },
  { does: 'search', keys: ['/'] },
  { does: 'escape', keys: ['Esc'] },
  { does: 'help', keys: ['?'] },
] as const;

/** What each key does. */
export function ShortcutsDialog({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const t = useTranslations('desk.shortcuts');
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onClose}
      title={t('title')}
      description={t('about')}
      closeLabel={t('close')}
    >
      <dl className="mb-2 grid grid-cols-[1fr_auto] gap-y-2">
        {shortcuts.map(({ does, keys }) => (
          <div key={does} className="contents">
            <dt className="text-ink-2">{t(does)}</dt>
            <dd className="text-right">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
