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
import { maskedConference } from '@/lib/domain/shown';
import type { Micros } from '@/lib/domain/stamp';
import { fullClockOf } from '@/lib/format/duration';
import { numberOf, shortId } from '@/lib/format/person';
import type { TimelineLine } from '@/lib/format/timeline-line';
import { english } from '@/lib/i18n/messages';
import { phaseWord } from '@/lib/i18n/phase-word';
import { html, type Html } from './html';
import { reportStyle } from './report-style';
import { createTimelineText, type TimelineText } from './timeline-text';

/** What a report is made of. */
export interface ReportParts {
  /** With its numbers: people are told apart by them. */
  readonly conference: Conference;
  readonly seesNumbers: boolean;
  /** Comings, goings, the floor, and the commands with what became of them. */
  readonly events: readonly Numbered<ConferenceEvent>[];
  readonly now: Micros;
  readonly timeZone: string;
}

const base = { locale: 'en', messages: english } as const;
const t = createTranslator({ ...base, namespace: 'report' });
const phases = createTranslator({ ...base, namespace: 'desk.phase' });

/** A page to read or print: who was in when, who had the floor for how long, and what was done. */
export function conferenceReport(parts: ReportParts): string {
  const { conference, seesNumbers, events, now, timeZone } = parts;
  const shown = seesNumbers ? conference : maskedConference(conference);
  const text = createTimelineText(shown, events);
  const at = momentsIn(timeZone);
  const name = shown.description?.name ?? t('unnamed', { id: shortId(shown.id) });
  const title = t('title', { name });
  const people = attendanceOf(conference, events);
  const page = html`<!doctype html>
    <html lang="en">
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
          ${actions(text.lines(events), text, at)}
        </main>
      </body>
    </html>`;
  return page.markup;
}

type Moments = (at: Micros) => string;

function momentsIn(timeZone: string): Moments {
  const format = createFormatter({ locale: 'en', timeZone });
  const style = { dateStyle: 'medium', timeStyle: 'medium' } as const;
  return (at) => format.dateTime(new Date(at / 1000), style);
}

function facts({ conference, now, timeZone }: ReportParts, people: number, text: TimelineText) {
  const at = momentsIn(timeZone);
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
  if (people.length === 0) return html`<p>${t('nobody')}</p>`;
  const { conference, events, now, timeZone } = parts;
  const until = conference.ended?.at ?? now;
  const floor = floorTimes(floorSegments(withFloorEvents(noFloorHistory, events)), 0, until);
  const spoken = [...floor.values()].reduce((sum, length) => sum + length, 0);
  const at = momentsIn(timeZone);
  const rows = people.map((person) => {
    const had = person.legs.reduce((sum, leg) => sum + (floor.get(leg) ?? 0), 0);
    const share = spoken === 0 ? 0 : Math.round((had / spoken) * 100);
    const [leg] = person.legs;
    const known = leg === undefined ? undefined : participantOf(conference, leg);
    const stays = person.stays.map((stay) => html`<div>${stayIn(stay, at)}</div>`);
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

function stayIn({ from, until }: Stay, at: Moments): string {
  if (from !== null && until !== null) return t('stay', { from: at(from), until: at(until) });
  if (from !== null) return t('since', { from: at(from) });
  return until === null ? t('unknown') : t('until', { until: at(until) });
}

function actions(lines: readonly TimelineLine[], text: TimelineText, at: Moments): Html {
  const commands = lines.filter(({ command }) => command !== null);
  if (commands.length === 0) return html`<p>${t('noActions')}</p>`;
  const rows = commands.map(
    (line) =>
      html`<tr>
        <td>${at(line.at)}</td>
        <td>${text.sentence(line)}</td>
        <td>${outcome(line, text)}</td>
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

function outcome(line: TimelineLine, text: TimelineText): string {
  const phase = text.phase(line);
  if (phase === null || line.words.say !== 'command') return '';
  const { code = null, detail = '' } = line.command?.refusal ?? {};
  if (phase === 'refused' && detail !== '') return phases('refusedBecause', { detail });
  return phases(phaseWord(phase, line.words.type, code));
}
