'use client';
import { ChevronLeft, PhoneCall } from 'lucide-react';
import Link from 'next/link';
import { type ReactNode, useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { RunningClock } from '@/components/shell/running-clock';
import { usePageTitle } from '@/components/desk/use-page-title';
import { PageNotFound } from '@/components/shell/page-not-found';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import { useCallEvents } from '@/lib/browser/use-call-events';
import { useCalls } from '@/lib/browser/use-calls';
import { useMe } from '@/lib/browser/use-may';
import type { CallRow } from '@/lib/contract/rows';
import { callAggregate } from '@/lib/domain/call/aggregate';
import { beganAt, type Call, callPhase } from '@/lib/domain/call/call';
import { farEnd } from '@/lib/domain/party';
import { clockOf } from '@/lib/format/duration';
import { nameOfFarEnd } from '@/lib/format/person';
import { actionsFor, callAction, type CallActionId } from './call-actions';
import { CallMark } from './call-mark';
import { CallPlace } from './call-place';
import { CallStage } from './call-stage';
import { CallDirection, CallState } from './call-state';
import { CallTimeline } from './call-timeline';
import { callName } from './call-view';
import { useCallHands } from './hands';

/** One call: who, where, what can be done with it, and everything that was told of it. */
export function CallPage({ id }: { readonly id: string }) {
  return (
    <CallStage>
      <OneCall id={id} />
    </CallStage>
  );
}

function OneCall({ id }: { readonly id: string }) {
  const t = useTranslations('calls');
  const { events, isUnknown } = useCallEvents(id);
  const row = useCalls()?.get(id) ?? null;
  const call = useMemo(
    () => events?.reduce(callAggregate.evolve, callAggregate.initial(id)) ?? null,
    [events, id],
  );
  const name = call === null ? null : callName(partyOf(call));
  usePageTitle(name);
  if (isUnknown) return <PageNotFound />;
  return (
    <>
      <header className="border-b border-line bg-panel px-4 pt-3 pb-3 md:px-5">
        <Link
          href="/calls"
          className="inline-flex items-center gap-1 rounded-sm text-sm text-ink-3 hover:text-ink"
        >
          <ChevronLeft aria-hidden size={14} />
          {t('title')}
        </Link>
        {call === null ? (
          <Skeleton className="mt-2 h-7 w-60" />
        ) : (
          <div className="mt-1 flex flex-wrap items-center gap-x-2.5 gap-y-2">
            <CallDirection direction={call.party.direction} />
            <h1 className="min-w-0 truncate text-xl font-[620] tracking-tight">{name}</h1>
            <CallState phase={callPhase(call)} />
            <CallMark command={row?.command ?? null} />
            <span className="flex-1" />
            {row !== null && <CallActionButtons row={row} />}
          </div>
        )}
      </header>
      {call !== null && <Facts call={call} row={row} />}
      <section aria-labelledby="timeline" className="pb-6">
        <h2 id="timeline" className="px-4 pt-4 pb-1 text-lg font-[620] md:px-5">
          {t('timeline.title')}
        </h2>
        {events === null || call === null ? (
          <div role="status" className="space-y-2 px-5 py-3">
            <span className="sr-only">{t('loading')}</span>
            <Skeleton className="h-6" />
            <Skeleton className="h-6 opacity-60" />
          </div>
        ) : events.length === 0 ? (
          <EmptyState icon={<PhoneCall size={20} />} title={t('timeline.none')} />
        ) : (
          <CallTimeline events={events} call={call} />
        )}
      </section>
    </>
  );
}

/** What stands on the page and not in its menu of a row: nothing opens what is open. */
const unshown: ReadonlySet<CallActionId> = new Set(['open', 'copyNumber', 'copyId']);

function CallActionButtons({ row }: { readonly row: CallRow }) {
  const t = useTranslations('calls.action');
  const hands = useCallHands();
  const { role } = useMe();
  return (
    <div role="group" aria-label={t('group')} className="flex flex-wrap gap-2">
      {actionsFor(row, role)
        .filter((id) => !unshown.has(id))
        .map((id) => {
          const { icon: Icon, isDangerous = false, run } = callAction(id);
          return (
            <Button
              key={id}
              look={isDangerous ? 'danger' : id === 'answer' ? 'primary' : 'plain'}
              icon={<Icon size={15} />}
              onClick={() => {
                run(hands, row);
              }}
            >
              {t(id)}
            </Button>
          );
        })}
    </div>
  );
}

function Facts({ call, row }: { readonly call: Call; readonly row: CallRow | null }) {
  const t = useTranslations('calls.facts');
  const format = useFormatter();
  const { party, hungUp, answered, dialled } = call;
  const began = beganAt(call);
  const own = party.direction === 'outgoing' ? party.from : party.to;
  return (
    <dl className="grid grid-cols-[repeat(auto-fill,minmax(190px,1fr))] gap-x-5 gap-y-3 border-b border-line-soft px-4 py-4 md:px-5">
      <Fact label={t('number')}>{nameOfFarEnd(null, farEnd(party)) ?? t('unknown')}</Fact>
      <Fact label={t('own')}>{nameOfFarEnd(null, own) ?? t('unknown')}</Fact>
      {row !== null && (
        <Fact label={t('place')}>
          <CallPlace row={row} />
        </Fact>
      )}
      <Fact label={t('began')}>
        {began === null
          ? t('unknown')
          : format.dateTime(began / 1000, { dateStyle: 'medium', timeStyle: 'medium' })}
      </Fact>
      {began !== null && (
        <Fact label={t(hungUp === null ? 'age' : 'length')}>
          {hungUp === null ? (
            <RunningClock since={began} />
          ) : (
            clockOf(Math.max(0, hungUp.at - (answered?.at ?? began)))
          )}
        </Fact>
      )}
      {dialled?.actor != null && <Fact label={t('dialledBy')}>{dialled.actor.name}</Fact>}
      {hungUp?.value.cause != null && (
        <Fact label={t('cause')}>{hungUp.value.cause.replaceAll('_', ' ')}</Fact>
      )}
    </dl>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-ink-3">{label}</dt>
      <dd className="mt-0.5 truncate font-medium">{children}</dd>
    </div>
  );
}

function partyOf({ id, party }: Call) {
  return { id, name: party.callerName, number: farEnd(party) };
}
