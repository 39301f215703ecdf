import {
  ArrowDownWideNarrow,
  FileText,
  History,
  type LucideIcon,
  Rows3,
  Rows4,
  Search,
  Table2,
  TextCursorInput,
  UserRound,
  X,
} from 'lucide-react';
import type { DeskAction, Hands } from './desk-action';
import { withQuery } from './desk-state';
import type { RibbonRange } from './ribbon';
import { withNobodyChosen } from './roster-keys';
import type { RosterSort } from './roster-order';

/** Every action that changes only what the own screen shows, or fetches a file of it. */
export const viewActions = {
  search: view(Search, { shortcut: 'search' }, ({ focusSearch }) => {
    focusSearch();
  }),
  find: view(TextCursorInput, { shortcut: 'find' }, ({ desk, focusRoster }) => {
    focusRoster();
    desk.setState({ finding: { text: '', at: performance.now() } });
  }),
  clear: view(X, { shortcut: 'clear' }, ({ desk }) => {
    desk.setState((now) => ({ ...withNobodyChosen(now), panel: 'people' }));
  }),
  showTimeline: view(History, { shortcut: 'showTimeline' }, ({ desk }) => {
    desk.setState({ panel: 'timeline' });
  }),
  showPerson: view(UserRound, { shortcut: 'showPerson' }, ({ desk }) => {
    desk.setState({ panel: 'participant' });
  }),
  denseRows: view(Rows4, {}, ({ prefer }) => {
    prefer({ density: 'dense' });
  }),
  comfortableRows: view(Rows3, {}, ({ prefer }) => {
    prefer({ density: 'comfortable' });
  }),
  sortByFloor: sorting('floor'),
  sortByJoined: sorting('joined'),
  sortByName: sorting('name'),
  sortByState: sorting('state'),
  ribbon5: ribbon('5'),
  ribbon30: ribbon('30'),
  ribbonAll: ribbon('all'),
  exportTimeline: exporting(Table2, timelineFilePath),
  exportReport: exporting(FileText, reportFilePath),
} as const satisfies Record<string, DeskAction>;

/** Where the timeline of a conference is fetched as a table of values. */
function timelineFilePath(conferenceId: string): string {
  return `/api/conferences/${encodeURIComponent(conferenceId)}/timeline.csv`;
}

/** Where the report of a conference is fetched: who was there, and what happened. */
function reportFilePath(conferenceId: string): string {
  return `/api/conferences/${encodeURIComponent(conferenceId)}/report`;
}

function view(
  icon: LucideIcon,
  look: Pick<DeskAction, 'shortcut'>,
  run: DeskAction['run'],
): DeskAction {
  return { group: 'view', icon, permission: null, ...look, run };
}

function sorting(sort: RosterSort): DeskAction {
  return view(ArrowDownWideNarrow, {}, ({ desk }: Hands) => {
    desk.setState((now) => withQuery(now, { sort }));
  });
}

function ribbon(ribbonRange: RibbonRange): DeskAction {
  return view(History, {}, ({ desk }: Hands) => {
    desk.setState({ ribbonRange });
  });
}

function exporting(icon: LucideIcon, pathOf: (conferenceId: string) => string): DeskAction {
  return {
    group: 'conference',
    icon,
    permission: 'conference.watch',
    run: ({ conferenceId, download }) => {
      download(pathOf(conferenceId));
    },
  };
}
