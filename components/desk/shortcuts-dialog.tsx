import { type Messages, useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import { type DeskRights, useDeskRights } from './use-desk-rights';

type Shortcuts = Messages['desk']['shortcuts'];

interface Shortcut {
  readonly does: Exclude<keyof Shortcuts, 'title' | 'about' | 'close'>;
  /** What one must be allowed for the key to do anything. */
  readonly needs?: keyof DeskRights;
  readonly keys: readonly string[];
}

const shortcuts: readonly Shortcut[] = [
  { does: 'move', keys: ['↑', '↓'] },
  { does: 'extend', needs: 'anyToPeople', keys: ['⇧', '↑↓'] },
  { does: 'select', needs: 'anyToPeople', keys: ['␣'] },
  { does: 'selectAll', needs: 'anyToPeople', keys: ['Ctrl/⌘', 'A'] },
  { does: 'mute', needs: 'mute', keys: ['M'] },
  { does: 'hold', needs: 'hold', keys: ['H'] },
  { does: 'details', keys: ['⏎'] },
  { does: 'muteAll', needs: 'mute', keys: ['⇧', 'M'] },
  { does: 'holdAll', needs: 'hold', keys: ['⇧', 'H'] },
  { does: 'record', needs: 'record', keys: ['R'] },
  { does: 'search', keys: ['/'] },
  { does: 'escape', keys: ['Esc'] },
  { does: 'help', keys: ['?'] },
];

/** What each key does. */
export function ShortcutsDialog({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const t = useTranslations('desk.shortcuts');
  const rights = useDeskRights();
  const own = shortcuts.filter(({ needs }) => needs === undefined || rights[needs]);
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onClose}
      title={t('title')}
      description={t('about')}
      closeLabel={t('close')}
    >
      <dl className="mb-2 grid grid-cols-[1fr_auto] gap-y-2">
        {own.map(({ does, keys }) => (
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
