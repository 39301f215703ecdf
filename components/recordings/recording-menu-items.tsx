import {
  CircleDot,
  Download,
  FolderOpen,
  History,
  Link2,
  Lock,
  LockOpen,
  RotateCw,
  Share2,
  Trash2,
} from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { MenuItem, MenuSeparator } from '@/components/ui/menu';
import { useMe } from '@/lib/browser/use-may';
import type { RecordingRow } from '@/lib/contract/recording';
import { may } from '@/lib/domain/permission';
import type { RecordingHands } from './recording-hands';
import { isGone, isPlayable } from './recording-look';

/** Everything that can be done with one recording; what cannot be done now says why. */
export function RecordingMenuItems({
  row,
  hands,
}: {
  readonly row: RecordingRow;
  readonly hands: RecordingHands;
}) {
  const t = useTranslations('recordings.menu');
  const router = useRouter();
  const { role } = useMe();
  const mayKeep = may(role, 'recording.keep');
  const { id, conference, hold } = row;
  const hasGone = isGone(row);
  const whyNotSent = isPlayable(row) ? undefined : t('notArchivedAbout');
  const whyNotDeleted = hasGone ? t('goneAbout') : hold === null ? undefined : t('heldAbout');
  return (
    <>
      <MenuItem
        icon={<FolderOpen size={15} />}
        onSelect={() => {
          hands.open(row);
        }}
      >
        {t('open')}
      </MenuItem>
      <MenuItem
        icon={<Link2 size={15} />}
        onSelect={() => {
          hands.copyLink(row);
        }}
      >
        {t('copyLink')}
      </MenuItem>
      {(row.state === 'failed' || row.state === 'retrying') && (
        <MenuItem
          icon={<RotateCw size={15} />}
          onSelect={() => {
            hands.retry(row);
          }}
        >
          {t('retry')}
        </MenuItem>
      )}
      {may(role, 'recording.export') && (
        <>
          <MenuItem
            icon={<Download size={15} />}
            isDisabled={!isPlayable(row)}
            about={whyNotSent}
            onSelect={() => {
              hands.download(row);
            }}
          >
            {t('download')}
          </MenuItem>
          <MenuItem
            icon={<Share2 size={15} />}
            isDisabled={!isPlayable(row)}
            about={whyNotSent}
            onSelect={() => {
              hands.ask({ ask: 'share', row });
            }}
          >
            {t('share')}
          </MenuItem>
        </>
      )}
      {mayKeep && hold === null && (
        <MenuItem
          icon={<Lock size={15} />}
          isDisabled={hasGone}
          about={hasGone ? t('goneAbout') : undefined}
          onSelect={() => {
            hands.ask({ ask: 'hold', row });
          }}
        >
          {t('hold')}
        </MenuItem>
      )}
      {mayKeep && hold !== null && (
        <MenuItem
          icon={<LockOpen size={15} />}
          onSelect={() => {
            hands.ask({ ask: 'lift', row });
          }}
        >
          {t('lift')}
        </MenuItem>
      )}
      {may(role, 'activity.read') && (
        <MenuItem
          icon={<History size={15} />}
          onSelect={() => {
            router.push(`/activity?q=${encodeURIComponent(id)}`);
          }}
        >
          {t('activity')}
        </MenuItem>
      )}
      {conference !== null && (
        <MenuItem
          icon={<CircleDot size={15} />}
          onSelect={() => {
            router.push(`/conferences/${encodeURIComponent(conference.id)}`);
          }}
        >
          {t('conference')}
        </MenuItem>
      )}
      {may(role, 'recording.delete') && (
        <>
          <MenuSeparator />
          <MenuItem
            icon={<Trash2 size={15} />}
            isDangerous
            isDisabled={whyNotDeleted !== undefined}
            about={whyNotDeleted}
            onSelect={() => {
              hands.ask({ ask: 'delete', rows: [row] });
            }}
          >
            {t('delete')}
          </MenuItem>
        </>
      )}
    </>
  );
}
