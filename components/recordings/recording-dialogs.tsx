import { DeleteDialog } from './delete-dialog';
import { HoldDialog } from './hold-dialog';
import type { RecordingQuestion } from './recording-hands';
import { ShareDialog } from './share-dialog';
import { ZipDialog } from './zip-dialog';

/** What is asked before something is done with recordings. */
export function RecordingDialogs({
  question,
  onClose,
  onDone,
}: {
  readonly question: RecordingQuestion;
  readonly onClose: () => void;
  /** It was done to all that were selected. */
  readonly onDone: () => void;
}) {
  switch (question.ask) {
    case 'delete':
      return <DeleteDialog rows={question.rows} onClose={onClose} onDone={onDone} />;
    case 'zip':
      return <ZipDialog rows={question.rows} onClose={onClose} />;
    case 'hold':
    case 'lift':
      return <HoldDialog row={question.row} isLift={question.ask === 'lift'} onClose={onClose} />;
    case 'share':
      return <ShareDialog row={question.row} onClose={onClose} />;
  }
}
