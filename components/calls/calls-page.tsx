'use client';
import { PhoneCall, PhoneOutgoing } from 'lucide-react';
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Action } from '@/components/actions/action';
import { useOfferedActions } from '@/components/actions/use-action-board';
import { useShownChord } from '@/components/actions/use-chords';
import { PageHeader } from '@/components/shell/page-header';
import { useAddressState } from '@/components/shell/use-address-state';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { EmptyState } from '@/components/ui/empty-state';
import { SearchField } from '@/components/ui/search-field';
import { Skeleton } from '@/components/ui/skeleton';
import { useCalls } from '@/lib/browser/use-calls';
import { useMay, useMe } from '@/lib/browser/use-may';
import type { CallRow } from '@/lib/contract/rows';
import { dialNeeds } from '@/lib/domain/dial/command';
import { actionsFor, callAction } from './call-actions';
import { CallList } from './call-list';
import { CallStage } from './call-stage';
import {
  callCounts,
  type CallFilter,
  callFilters,
  callName,
  type CallQuery,
  shownCalls,
} from './call-view';
import { useCallHands } from './hands';

/** Every call that has not ended: where it is, and what can be done with it. */
export function CallsPage() {
  return (
    <CallStage>
      <Board />
    </CallStage>
  );
}

const none: ReadonlyMap<string, CallRow> = new Map();

function Board() {
  const t = useTranslations('calls');
  const known = useCalls();
  const rows = useDeferredValue(known ?? none);
  const [query, setQuery] = useAddressState(readQuery, writeQuery);
  const [activeId, setActiveId] = useState<string | null>(null);
  const searchRef = useRef<HTMLInputElement>(null);
  const shown = useMemo(() => shownCalls(rows.values(), query), [rows, query]);
  const counts = useMemo(() => callCounts(rows.values()), [rows]);
  const active = shown.find(({ id }) => id === activeId) ?? shown[0] ?? null;
  useCallActions(active, searchRef);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader
        title={t('title')}
        about={known === null ? t('loading') : t('about', { count: counts.all })}
      >
        <SearchField
          label={t('search')}
          clearLabel={t('clearSearch')}
          value={query.search}
          shortcut={useShownChord('search')}
          inputRef={searchRef}
          className="w-full sm:w-72 max-lg:[&_kbd]:hidden"
          onChange={(search) => {
            setQuery({ ...query, search });
          }}
        />
        <DialButton />
      </PageHeader>
      <Filters
        counts={counts}
        chosen={query.filter}
        onChoose={(filter) => {
          setQuery({ ...query, filter });
        }}
      />
      {known === null ? (
        <div role="status" className="space-y-2 px-5 py-3">
          <span className="sr-only">{t('loading')}</span>
          <Skeleton className="h-9" />
          <Skeleton className="h-9 opacity-60" />
        </div>
      ) : shown.length === 0 ? (
        <EmptyState
          icon={<PhoneCall size={20} />}
          title={t(counts.all === 0 ? 'none.title' : 'noneFound.title')}
        >
          {t(counts.all === 0 ? 'none.detail' : 'noneFound.detail')}
        </EmptyState>
      ) : (
        <CallList rows={shown} activeId={active?.id ?? null} onActive={setActiveId} />
      )}
    </div>
  );
}

function DialButton() {
  const t = useTranslations('calls');
  const { ask } = useCallHands();
  const may = useMay(dialNeeds.dial);
  if (!may) return null;
  return (
    <Button
      look="primary"
      icon={<PhoneOutgoing aria-hidden size={15} />}
      aria-haspopup="dialog"
      onClick={() => {
        ask({ ask: 'dial' });
      }}
    >
      {t('dial.open')}
    </Button>
  );
}

function Filters({
  counts,
  chosen,
  onChoose,
}: {
  readonly counts: Readonly<Record<CallFilter, number>>;
  readonly chosen: CallFilter;
  readonly onChoose: (filter: CallFilter) => void;
}) {
  const t = useTranslations('calls');
  return (
    <div
      role="group"
      aria-label={t('filters')}
      className="flex shrink-0 gap-1.5 overflow-x-auto px-4 py-2.5 md:px-5"
    >
      {callFilters.map((filter) => (
        <button
          key={filter}
          type="button"
          aria-pressed={filter === chosen}
          className={classNames(
            'inline-flex h-[26px] shrink-0 items-center gap-1 rounded-full px-2.5 text-xs font-[550]',
            filter === chosen ? 'bg-brand-soft text-brand' : 'bg-raise text-ink-2 hover:text-ink',
          )}
          onClick={() => {
            onChoose(filter);
          }}
        >
          {t(`filter.${filter}`)}
          <span>{t('filterCount', { count: counts[filter] })}</span>
        </button>
      ))}
    </div>
  );
}

/** Offers to keys and palette what can be done with the call in focus, and with the page. */
function useCallActions(
  active: CallRow | null,
  searchRef: React.RefObject<HTMLInputElement | null>,
): void {
  const t = useTranslations('calls');
  const hands = useCallHands();
  const { role } = useMe();
  const mayDial = useMay(dialNeeds.dial);
  const source = useCallback((): readonly Action[] => {
    const onCall = (row: CallRow) =>
      actionsFor(row, role).map((id): Action => {
        const { icon, shortcut = null, isDangerous = false, run } = callAction(id);
        return {
          ...{ key: `call.${id}`, group: 'call', icon, shortcut, isDangerous },
          label: t('actionOn', { what: t(`action.${id}`), name: callName(row) }),
          run: () => {
            run(hands, row);
          },
        };
      });
    const dial: Action = {
      ...{ key: 'call.dial', group: 'view', icon: PhoneOutgoing, shortcut: 'dial' },
      isDangerous: false,
      label: t('dial.open'),
      run: () => {
        hands.ask({ ask: 'dial' });
      },
    };
    const search: Action = {
      ...{ key: 'call.search', group: 'view', icon: PhoneCall, shortcut: 'search' },
      isDangerous: false,
      label: t('search'),
      run: () => {
        searchRef.current?.focus();
      },
    };
    return [...(active === null ? [] : onCall(active)), ...(mayDial ? [dial] : []), search];
  }, [active, hands, role, mayDial, searchRef, t]);
  useOfferedActions(source);
}

function readQuery(address: Pick<URLSearchParams, 'get'>): CallQuery {
  const filter = callFilters.find((each) => each === address.get('filter')) ?? 'all';
  return { filter, search: address.get('q') ?? '' };
}

function writeQuery({ filter, search }: CallQuery): URLSearchParams {
  return new URLSearchParams({
    ...(filter === 'all' ? {} : { filter }),
    ...(search === '' ? {} : { q: search }),
  });
}
