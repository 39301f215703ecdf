import { createFormatter, createTranslator } from 'use-intl/core';
import {
  type Attendance,
  attendanceOf,
  type Stay,
  timeIn,
} from '@/lib/domain/conference/attendance';
import { type Conference, participantOf } from '@/lib/domain/conference/conference';
import type { ConferenceEvent } from '@/lib/domain/conference/event';
import {
  floorSegments,
  floorTimes,
  noFloorHistory,
  withFloorEvents,
} from '@/lib/domain/conference/floor';
import { endReasonOf, startedAt } from '@/lib/domain/conference/view';
import type { Numbered } from '@/lib/domain/event';
import { type Sight, shownConference } from '@/lib/domain/shown';
import type { Micros } from '@/lib/domain/stamp';
import { fullClockOf } from '@/lib/format/duration';
import { numberOf, shortId } from '@/lib/format/person';
import type { TimelineLine } from '@/lib/format/timeline-line';
import { phaseWord } from '@/lib/i18n/phase-word';
import { html, type Html } from './html';
import type { ReaderWords } from './reader-words';
import { reportStyle } from './report-style';
import { createTimelineText, type TimelineText } from './timeline-text';

/** What a report is made of. */
export interface ReportParts {
  /** With its numbers: people are told apart by them. */
  readonly conference: Conference;
  readonly sight: Sight;
  /** Comings, goings, the floor, and the commands with what became of them. */
  readonly events: readonly Numbered<ConferenceEvent>[];
  readonly now: Micros;
  readonly timeZone: string;
  /** The language to write it in. */
  readonly reader: ReaderWords;
}

/** A page to read or print: who was in when, who had the floor for how long, and what was done. */
export function conferenceReport(parts: ReportParts): string {
  const { conference, sight, events, now, timeZone, reader } = parts;
  const t = reportWords(reader);
  const shown = shownConference(conference, sight);
  const text = createTimelineText(shown, events, reader);
  const at = momentsIn(timeZone, reader);
  const name = shown.description?.name ?? t('unnamed', { id: shortId(shown.id) });
  const title = t('title', { name });
  const people = attendanceOf(conference, events);
  const page = html`<!doctype html>
    <html lang="${reader.locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <style>
          ${{ markup: reportStyle }}
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          <p>${t('written', { at: at(now), timeZone })}</p>
          ${facts(parts, people.length, text)}
          <h2>${t('attendance')}</h2>
          ${attendance({ ...parts, conference: shown }, people, text)}
          <h2>${t('actions')}</h2>
          ${actions(text.lines(events), { text, at, reader })}
        </main>
      </body>
    </html>`;
  return page.markup;
}

type Moments = (at: Micros) => string;

function reportWords({ locale, words: messages }: ReaderWords) {
  return createTranslator({ locale, messages, namespace: 'report' });
}

function momentsIn(timeZone: string, { locale }: ReaderWords): Moments {
  const format = createFormatter({ locale, timeZone });
  const style = { dateStyle: 'medium', timeStyle: 'medium' } as const;
  return (at) => format.dateTime(new Date(at / 1000), style);
}

function facts(parts: ReportParts, people: number, text: TimelineText): Html {
  const { conference, now, timeZone, reader } = parts;
  const t = reportWords(reader);
  const at = momentsIn(timeZone, reader);
  const began = startedAt(conference);
  const ended = conference.ended?.at ?? null;
  const reason = endReasonOf(conference);
  const rows: readonly (readonly [string, string])[] = [
    [t('began'), began === null ? t('unknown') : at(began)],
    [t('ended'), ended === null ? t('running') : at(ended)],
    [t('length'), began === null ? t('unknown') : fullClockOf((ended ?? now) - began)],
    ...(ended === null || reason === null ? [] : [[t('reason'), text.reason(reason)] as const]),
    [t('people'), String(people)],
  ];
  const items = rows.map(
    ([label, value]) =>
      html`<dt>${label}</dt>
        <dd>${value}</dd>`,
  );
  return html`<dl>${items}</dl>`;
}

function attendance(parts: ReportParts, people: readonly Attendance[], text: TimelineText): Html {
  const t = reportWords(parts.reader);
  if (people.length === 0) return html`<p>${t('nobody')}</p>`;
  const { conference, events, now, timeZone, reader } = parts;
  const until = conference.ended?.at ?? now;
  const floor = floorTimes(floorSegments(withFloorEvents(noFloorHistory, events)), 0, until);
  const spoken = [...floor.values()].reduce((sum, length) => sum + length, 0);
  const at = momentsIn(timeZone, reader);
  const rows = people.map((person) => {
    const had = person.legs.reduce((sum, leg) => sum + (floor.get(leg) ?? 0), 0);
    const share = spoken === 0 ? 0 : Math.round((had / spoken) * 100);
    const [leg] = person.legs;
    const known = leg === undefined ? undefined : participantOf(conference, leg);
    const stays = person.stays.map((stay) => html`<div>${stayIn(stay, at, t)}</div>`);
    return html`<tr>
      <td>${leg === undefined ? '' : text.nameOfLeg(leg)}</td>
      <td>${known === undefined ? '' : (numberOf(known) ?? '')}</td>
      <td>${stays}</td>
      <td class="n">${fullClockOf(timeIn(person, until))}</td>
      <td class="n">${fullClockOf(had)}</td>
      <td class="n">${share} %</td>
    </tr>`;
  });
  const labels = ['person', 'number', 'stays', 'time', 'floor', 'share'] as const;
  const head = labels.map((label) => html`<th scope="col">${t(`columns.${label}`)}</th>`);
  return html`<table>
      <thead>
        <tr>
          ${head}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
    <p class="note">${t('attendanceAbout')} ${t('floorAbout')}</p>`;
}

function stayIn({ from, until }: Stay, at: Moments, t: ReturnType<typeof reportWords>): string {
  if (from !== null && until !== null) return t('stay', { from: at(from), until: at(until) });
  if (from !== null) return t('since', { from: at(from) });
  return until === null ? t('unknown') : t('until', { until: at(until) });
}

interface Wording {
  readonly text: TimelineText;
  readonly at: Moments;
  readonly reader: ReaderWords;
}

function actions(lines: readonly TimelineLine[], wording: Wording): Html {
  const { text, at, reader } = wording;
  const t = reportWords(reader);
  const commands = lines.filter(({ command }) => command !== null);
  if (commands.length === 0) return html`<p>${t('noActions')}</p>`;
  const rows = commands.map(
    (line) =>
      html`<tr>
        <td>${at(line.at)}</td>
        <td>${text.sentence(line)}</td>
        <td>${outcome(line, wording)}</td>
      </tr>`,
  );
  const labels = ['at', 'action', 'outcome'] as const;
  const head = labels.map((label) => html`<th scope="col">${t(`columns.${label}`)}</th>`);
  return html`<table>
    <thead>
      <tr>
        ${head}
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

function outcome(line: TimelineLine, { text, reader }: Wording): string {
  const { locale, words: messages } = reader;
  const phases = createTranslator({ locale, messages, namespace: 'desk.phase' });
  const phase = text.phase(line);
  if (phase === null || line.words.say !== 'command') return '';
  const { code = null, detail = '' } = line.command?.refusal ?? {};
  if (phase === 'refused' && detail !== '') return phases('refusedBecause', { detail });
  return phases(phaseWord(phase, line.words.type, code));
}
