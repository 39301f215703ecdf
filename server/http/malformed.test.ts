import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { WatchAnswer } from '@/lib/contract/hub';
import { peopleIn } from '@/lib/domain/conference/view';
import { askRaw } from '@/server/testing/ask-raw';
import { openTestCore, type TestCore } from '@/server/testing/open-test-core';

async function meeting() {
  const rostrum = await openTestCore();
  const { id, legs } = await rostrum.carrier.conference(2);
  await rostrum.until(id, (c) => peopleIn(c) === 2);
  await rostrum.carrier.settled();
  return { rostrum, id, legs, path: `/api/conferences/${id}/commands` };
}

function expectUntouched(rostrum: TestCore, id: string): void {
  expect(rostrum.carrier.commands(`/conferences/${id}/`)).toHaveLength(0);
}

describe('what is malformed or far too large', () => {
  const deep = (levels: number) => `${'[{"a":'.repeat(levels)}1${'}]'.repeat(levels)}`;

  it('is refused with a sentence, whatever the body', async () => {
    const { rostrum, id, path } = await meeting();
    const fields = (text: string) =>
      `{"commandId":"x","command":{"type":"participants.mute","fields":${text}}}`;
    const bodies: [string | Buffer, number][] = [
      ['', 400],
      ['{', 400],
      ['null', 422],
      ['[]', 422],
      ['"conference.end"', 422],
      ['1e999', 422],
      [deep(40_000), 422],
      [fields(deep(20_000)), 422],
      [Buffer.from([0xff, 0xfe, 0x00, 0x7b]), 400],
      [fields('{"legs":"all"}'), 422],
      [fields(`{"legs":[${'"x",'.repeat(50_000)}"x"]}`), 422],
      [fields('{"legs":[{"$ne":null}]}'), 422],
      ['{"commandId":"x","command":{"type":"constructor","fields":{}}}', 422],
      ['{"commandId":"x","command":{"type":"__proto__","fields":{}}}', 422],
      ['{"commandId":"x","command":{"type":["conference.end"],"fields":{}}}', 422],
      [`{"commandId":"${'x'.repeat(100_000)}","command":{"type":"conference.end"}}`, 422],
      [`{"commandId":"\\u0000\\r\\n","command":{"type":"conference.end","fields":{}}}`, 422],
      [`"${'x'.repeat(600 * 1024)}"`, 413],
    ];
    for (const [body, status] of bodies) {
      const answer = await rostrum.post(path, body);
      expect(answer.status, body.toString().slice(0, 80)).toBe(status);
      expect(answer.body.requestId).toBe(answer.headers.get('x-request-id'));
      expect(JSON.stringify(answer.body).length).toBeLessThan(20_000);
    }
    expectUntouched(rostrum, id);
  });

  it('pollutes no prototype', async () => {
    const { rostrum, id, path } = await meeting();
    const keys = ['__proto__', 'constructor', 'prototype'];
    for (const key of keys) {
      const poison = `{"${key}":{"role":"administrator","legs":["x"],"polluted":true}}`;
      const inFields = `{"commandId":"p","command":{"type":"conference.end","fields":${poison}}}`;
      const outside = `{"${key}":{"polluted":true},"commandId":"p","command":${poison}}`;
      for (const body of [poison, inFields, outside])
        expect((await rostrum.post(path, body)).status, body).toBe(422);
      const query = await rostrum.get(`/api/conferences?${key}[polluted]=1&${key}.polluted=1`);
      expect(query.status).toBe(422);
      expect((await rostrum.get(`/api/conferences/${key}`)).status).toBe(404);
      expect((await rostrum.get(`/api/calls/${key}`)).status).toBe(404);
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expectUntouched(rostrum, id);
  });

  it.each([
    'limit=1e9',
    'limit=-1',
    'limit=NaN',
    'limit=1&limit=2&limit=x',
    'cursor=..%2F..%2Fetc%2Fpasswd',
    'status=ended&cursor=%00%ff',
    `q=${'x'.repeat(201)}`,
    'status[]=live',
  ])('is refused in the query ?%s', async (query) => {
    const rostrum = await openTestCore();
    const answer = await rostrum.get(`/api/conferences?${query}`);
    expect(answer.status).toBe(422);
    expect(answer.body.detail).toEqual(expect.any(String));
  });

  it('is nobody as a cookie, however many there are', async () => {
    const rostrum = await openTestCore();
    const name = rostrum.cookie.split('=')[0] ?? '';
    const real = rostrum.cookie.slice(name.length + 1);
    for (const cookie of [
      `${name}=${'x'.repeat(8_000)}`,
      `${name}=%`,
      `${name}=${real.replace(/\..*/, '')}.`,
      `${name}=${real.replace(/\.(.)/, (_, first) => (first === 'a' ? '.b' : '.a'))}`,
      'a=b; '.repeat(1_500),
      ';;;===;=;',
      `__proto__=${real}; constructor=${real}`,
      `${name.toUpperCase()}=${real}`,
    ]) {
      const answer = await rostrum.get('/api/conferences', { cookie });
      expect(answer, cookie.slice(0, 60)).toMatchObject({ status: 401 });
    }
  });

  it('as headers ends the request and not the server', async () => {
    const rostrum = await openTestCore();
    const path = '/api/conferences';
    const long = await askRaw(rostrum.url, { path, headers: { 'x-long': 'x'.repeat(40_000) } });
    expect(long.status).toBe(431);
    const split = connect(Number(new URL(rostrum.url).port), '127.0.0.1');
    onTestFinished(() => {
      split.destroy();
    });
    split.write(
      'POST /api/conferences/x/commands HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n' +
        'Transfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /api/deliveries HTTP/1.1\r\nHost: a\r\n\r\n',
    );
    const [first] = (await once(split, 'data')) as [Buffer];
    expect(first.toString()).toMatch(/^HTTP\/1\.1 400 /);
    const id = '\r\nset-cookie: a=b';
    expect((await rostrum.get(`/api/conferences/${encodeURIComponent(id)}`)).status).toBe(404);
    expect((await rostrum.get(path)).status).toBe(200);
  });

  it('down a socket closes that socket at most', async () => {
    const { rostrum, id } = await meeting();
    const well = rostrum.socket();
    const topic = `conference:${id}`;
    const before: WatchAnswer = await well.emitWithAck('watch', topic, {});
    expect(before.ok).toBe(true);
    const frames = [
      '4',
      '42',
      '42[',
      '42["watch"]',
      '420["watch",{"toString":1}]',
      `420["watch","conference:${'x'.repeat(10_000)}",{}]`,
      `420["watch","conference:x",{"after":${'9'.repeat(400)}}]`,
      '420["watch","__proto__:x",{}]',
      '420["watch","constructor:constructor",{"__proto__":{"ok":true}}]',
      `42${'['.repeat(30_000)}`,
      '45999999-["watch",{"_placeholder":true,"num":0}]',
      '42["disconnect"]',
      '42["connect_error",{}]',
      '99',
      '\u0000',
      '0{"sid":"mine","upgrades":[]}',
    ];
    for (const frame of frames) {
      const socket = new WebSocket(
        `${rostrum.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`,
        { headers: { cookie: rostrum.cookie } },
      );
      socket.on('error', () => undefined);
      socket.on('message', (message: Buffer) => {
        const text = message.toString();
        if (text.startsWith('0{')) socket.send('40');
        else if (text.startsWith('40')) {
          socket.send(frame);
          socket.send('429["watch","overview",{}]');
        } else if (text.startsWith('439')) socket.close();
      });
      await once(socket, 'close');
    }
    const still: WatchAnswer = await well.emitWithAck('watch', topic, {});
    expect(still.ok).toBe(true);
    expect(({} as Record<string, unknown>).ok).toBeUndefined();
  });
});
