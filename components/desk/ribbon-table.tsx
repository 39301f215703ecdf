import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { useLength } from '@/lib/i18n/use-length';
import { PauseList } from './desk-recordings';
import type { FloorShare, RibbonBlock, RibbonSpan } from './ribbon';
import { useClockWords, useNames } from './ribbon-words';

const mostRows = 30;

/** The ribbon in words, for those who hear the page: shares, and who had the floor when. */
export function RibbonTables({
  shares,
  blocks,
  span,
}: {
  readonly shares: readonly FloorShare[];
  readonly blocks: readonly RibbonBlock[];
  readonly span: RibbonSpan;
}) {
  return (
    <>
      <SharesTable shares={shares} />
      <RibbonTable blocks={blocks} />
      <PauseList span={span} />
    </>
  );
}

/** The newest pieces of the ribbon as a table, for those who hear the page. */
const RibbonTable = memo(function RibbonTable({
  blocks,
}: {
  readonly blocks: readonly RibbonBlock[];
}) {
  const t = useTranslations('desk.ribbon');
  const nameOf = useNames();
  const clock = useClockWords();
  const length = useLength();
  return (
    <div className="sr-only">
      <table>
        <caption>{t('table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('who')}</th>
            <th scope="col">{t('when')}</th>
            <th scope="col">{t('until')}</th>
            <th scope="col">{t('length')}</th>
          </tr>
        </thead>
        <tbody>
          {blocks
            .slice(-mostRows)
            .reverse()
            .map((block) => (
              <tr key={block.from}>
                <th scope="row">{nameOf(block.callControlId)}</th>
                <td>{clock(block.from)}</td>
                <td>{clock(block.until)}</td>
                <td>{length(block.until - block.from)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
});

/** Everybody's share of the floor as a table, for those who hear the page. */
const SharesTable = memo(function SharesTable({
  shares,
}: {
  readonly shares: readonly FloorShare[];
}) {
  const t = useTranslations('desk.ribbon');
  const nameOf = useNames();
  return (
    <div className="sr-only">
      <table>
        <caption>{t('sharesTable')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('who')}</th>
            <th scope="col">{t('part')}</th>
          </tr>
        </thead>
        <tbody>
          {shares.slice(0, mostRows).map(({ callControlId, share }) => (
            <tr key={callControlId}>
              <th scope="row">{nameOf(callControlId)}</th>
              <td>{t('partValue', { share })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
});
