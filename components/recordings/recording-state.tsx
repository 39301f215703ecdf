import {
  CircleOff,
  Clock,
  LoaderPinwheel,
  type LucideIcon,
  RotateCw,
  ShieldCheck,
  Trash2,
  TriangleAlert,
} from 'lucide-react';
import { Pill } from '@/components/ui/pill';
import type { RecordingRow, RecordingState } from '@/lib/contract/recording';
import { stateTones } from './recording-look';
import { useRecordingWords } from './use-recording-words';

const icons: Record<RecordingState, LucideIcon> = {
  waiting: Clock,
  archiving: LoaderPinwheel,
  retrying: RotateCw,
  archived: ShieldCheck,
  failed: TriangleAlert,
  deleting: Trash2,
  deleted: CircleOff,
};

/** How a recording stands: an icon and a word, and the rest when pointed at or read aloud. */
export function RecordingStatePill({
  row,
  size = 'md',
}: {
  readonly row: RecordingRow;
  readonly size?: 'sm' | 'md';
}) {
  const words = useRecordingWords();
  const Icon = icons[row.state];
  const about = words.about(row);
  return (
    <Pill
      tone={stateTones[row.state]}
      size={size}
      title={about}
      icon={<Icon aria-hidden size={12} className="shrink-0" />}
      className={size === 'sm' ? 'max-w-[60%]' : 'max-w-full min-w-0 shrink!'}
    >
      <span className="truncate">{words.state(row)}</span>
      <span className="sr-only">. {about}</span>
    </Pill>
  );
}
