import { describe, expect, it } from 'vitest';
import { peopleIn } from '@/lib/domain/conference/view';
import { openTestCore } from '@/server/testing/open-test-core';
import { readCsv } from '@/server/testing/read-csv';

const number = '+4930123456721';

/** A meeting in which somebody with a nasty name speaks, is muted, and all is ended. */
async function meeting() {
  const rostrum = await openTestCore();
  const { carrier } = rostrum;
  const { id, legs } = await carrier.conference(1, '=Board <b>');
  const nasty = await carrier.caller(number, '=cmd|"<script>alert(1)</script>');
  await carrier.client.conferences.actions.join(id, { call_control_id: nasty });
  await rostrum.until(id, (c) => peopleIn(c) === 2 && c.description !== null);
  await carrier.control('POST', `/calls/${nasty}/talk`);
  await rostrum.until(id, (c) => c.floor?.value === nasty);
  await rostrum.command(id, 'participants.mute', { legs: [nasty] });
  await rostrum.command(id, 'conference.end');
  await rostrum.until(id, (c) => c.ended !== null);
  await carrier.settled();
  const csv = async (cookie = rostrum.cookie) => {
    const answer = await fetch(`${rostrum.url}/api/conferences/${id}/timeline.csv`, {
      headers: { cookie },
    });
    const [head = [], ...rows] = readCsv(await answer.text());
    const told = rows.map((row) =>
      Object.fromEntries(row.map((cell, i) => [head[i] ?? '', cell] as const)),
    );
    return { answer, rows: told };
  };
  const report = async (query = '', cookie = rostrum.cookie) => {
    const path = `/api/conferences/${id}/report${query}`;
    const answer = await fetch(`${rostrum.url}${path}`, { headers: { cookie } });
    return { answer, page: await answer.text() };
  };
  return { rostrum, id, legs, nasty, csv, report };
}

describe('GET /api/conferences/:id/timeline.csv', () => {
  it('tells everything in words: when, what, who, and what became of it', async () => {
    const { id, csv } = await meeting();
    const { answer, rows } = await csv();
    expect(answer.headers.get('content-type')).toContain('text/csv');
    expect(answer.headers.get('content-disposition')).toContain(`rostrum-timeline-${id}.csv`);
    const muted = rows.find(({ kind }) => kind === 'participants.mute');
    expect(muted).toMatchObject({ person: expect.stringMatching(/\w/) as string });
    expect(muted?.what).toMatch(/ muted .*cmd/);
    expect(['accepted', 'confirmed', 'superseded']).toContain(muted?.outcome);
    expect(Number(muted?.round_trip_ms)).toBeGreaterThanOrEqual(0);
    expect(rows.filter(({ kind }) => kind === 'joined')).toHaveLength(2);
    expect(rows.map(({ kind }) => kind)).toContain('floor');
    expect(rows.find(({ kind }) => kind === 'ended')?.what).toContain('The conference ended');
    for (const { at } of rows) expect(new Date(String(at)).toISOString()).toBe(at);
  });

  it('names whom a command to many changed apart from those who were so already', async () => {
    const rostrum = await openTestCore();
    const { id, legs } = await rostrum.carrier.conference(3, 'Board');
    await rostrum.until(id, (c) => peopleIn(c) === 3);
    await rostrum.command(id, 'participants.mute', { legs: legs.slice(0, 1) }, 'mute-one');
    await rostrum.command(id, 'participants.mute', { legs }, 'mute-all');
    const { cookie, url } = rostrum;
    const answer = await fetch(`${url}/api/conferences/${id}/timeline.csv`, {
      headers: { cookie },
    });
    const [head = [], ...rows] = readCsv(await answer.text());
    const told = rows.filter((row) => row[head.indexOf('kind')] === 'participants.mute');
    const countsIn = (name: string) =>
      told.map((row) => (row[head.indexOf(name)] ?? '').split('; ').filter(Boolean).length);
    expect([countsIn('participants'), countsIn('so_already')]).toEqual([
      [1, 2],
      [0, 1],
    ]);
    expect(told[1]?.[head.indexOf('so_already')]).toBe(told[0]?.[head.indexOf('participants')]);
  });

  it('holds nothing that a spreadsheet would run', async () => {
    const { csv } = await meeting();
    const { rows } = await csv();
    const cells = rows.flatMap((row) => Object.values(row));
    expect(cells.some((cell) => cell.includes('cmd'))).toBe(true);
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });

  it('hides numbers from those who see none, and is told in activity', async () => {
    const { rostrum, id, csv } = await meeting();
    const { rows } = await csv(await rostrum.cookieOf('viewer'));
    expect(JSON.stringify(rows)).not.toMatch(/\+?\d{11,}/);
    const { items } = (await rostrum.get('/api/activity')).body as {
      items: { action: string; conference: { id: string } | null }[];
    };
    expect(items).toContainEqual(
      expect.objectContaining({ action: 'conference.export' }) as unknown,
    );
    expect(items.find(({ action }) => action === 'conference.export')?.conference?.id).toBe(id);
  });
});

describe('GET /api/conferences/:id/report', () => {
  it('tells attendance, floor time and actions on a page of its own', async () => {
    const { report } = await meeting();
    const { answer, page } = await report('?timeZone=Europe/Berlin');
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    );
    expect(page).toContain('in the time of Europe/Berlin');
    expect(page).toContain('Attendance');
    expect(page).toContain('+49 3 012 345 6721');
    expect(page.match(/<td class="n">00:00:\d\d<\/td>/g)?.length).toBe(4);
    expect(page).toMatch(/ended the conference/);
  });

  it('speaks the language of its reader', async () => {
    const { report, csv, rostrum } = await meeting();
    const cookie = `${rostrum.cookie}; rostrum-language=zh-CN`;
    const { page } = await report('?timeZone=Europe/Berlin', cookie);
    expect(page).toContain('<html lang="zh-CN">');
    expect(page).toContain('<h1>报告：=Board');
    expect(page).toMatch(/\d+年\d+月\d+日/);
    expect(page).toMatch(/ 结束了会议/);
    const { rows } = await csv(cookie);
    expect(rows.some(({ what = '' }) => what.endsWith(' 结束了会议'))).toBe(true);
  });

  it('shows names as text, whatever is in them', async () => {
    const { report } = await meeting();
    const { page } = await report();
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).toContain('Report: =Board &lt;b&gt;');
  });

  it('hides numbers from those who see none', async () => {
    const { rostrum, report } = await meeting();
    const { page } = await report('', await rostrum.cookieOf('viewer'));
    expect(page).toContain('•••');
    expect(page).not.toContain(number.slice(-6));
    expect(page).not.toMatch(/\+49 30 \d/);
  });

  it('says what is right where the time zone is wrong, and 404 where there is no conference', async () => {
    const { rostrum, report } = await meeting();
    const { answer, page } = await report('?timeZone=Mars/Olympus');
    expect([answer.status, page]).toEqual([422, expect.stringContaining('Europe/Berlin')]);
    for (const path of ['report', 'timeline.csv']) {
      expect((await rostrum.get(`/api/conferences/nowhere/${path}`)).status).toBe(404);
    }
  });
});
