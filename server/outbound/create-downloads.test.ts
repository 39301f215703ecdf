import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createDownloads, type DownloadAnswer } from './create-downloads';
import { failureOf } from './outbound-failure';

const publicAddress = { address: '93.184.216.34', family: 4 };
const here = { address: '127.0.0.1', family: 4 };
const metadata = { address: '169.254.169.254', family: 4 };
const usual = ['*.amazonaws.com', '*.telnyx.com'];

async function serve(
  answer: RequestListener,
): Promise<{ port: number; connections: () => number }> {
  const server = createServer(answer);
  let connections = 0;
  server.on('connection', () => {
    connections += 1;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, connections: () => connections };
}

const redirecting = (location: string) =>
  serve((_request, response) => response.writeHead(302, { location }).end());

const asking = (idleTimeoutMs = 5_000, signal = new AbortController().signal) => ({
  headers: { range: 'bytes=3-' },
  idleTimeoutMs,
  signal,
});

function bodyOf(answer: DownloadAnswer) {
  if (answer.kind !== 'answered') throw new Error(answer.kind);
  return answer.body;
}

/** Whatever is asked for, these are its addresses, one list after the other. */
function resolving(...answers: (readonly { address: string; family: number }[])[]) {
  let asked = 0;
  return () => {
    asked += 1;
    return Promise.resolve(answers[Math.min(asked, answers.length) - 1] ?? []);
  };
}

describe('fetching from an address that somebody else names', () => {
  it('hands over the answer with its body unread', async () => {
    const heard: unknown[] = [];
    const { port } = await serve((request, response) => {
      heard.push(request.headers.range, request.headers['accept-encoding'], request.headers.host);
      response.writeHead(206, { 'content-type': 'audio/wav', etag: '"1"' }).end('sound');
    });
    const downloads = createDownloads({ hosts: [`http://127.0.0.1:${port}`] });
    const answer = await downloads.get(`http://127.0.0.1:${port}/a?b=c`, asking());
    expect(answer).toMatchObject({ kind: 'answered', status: 206, headers: { etag: '"1"' } });
    expect(await text(bodyOf(answer))).toBe('sound');
    expect(heard).toEqual(['bytes=3-', 'identity', `127.0.0.1:${port}`]);
  });

  it('goes to the very address behind a listed name, though it lies in our network', async () => {
    const { port } = await serve((_request, response) => response.end('here'));
    const resolve = resolving([here], [metadata]);
    const downloads = createDownloads({ hosts: [`http://files.internal:${port}`], resolve });
    const answer = await downloads.get(`http://files.internal:${port}/`, asking());
    expect(await text(bodyOf(answer))).toBe('here');
  });

  it.each([
    ['file:///etc/passwd', 'address-not-http'],
    ['ftp://files.telnyx.com/a.wav', 'address-not-http'],
    ['data:audio/wav;base64,AAAA', 'address-not-http'],
    ['//files.telnyx.com/a.wav', 'address-unreadable'],
    ['no address', 'address-unreadable'],
    ['http://files.telnyx.com/a.wav', 'address-not-listed'],
    ['https://files.telnyx.com:8443/a.wav', 'address-not-listed'],
    ['https://telnyx.com/a.wav', 'address-not-listed'],
    ['https://files.telnyx.com.evil.test/a.wav', 'address-not-listed'],
    ['https://eviltelnyx.com/a.wav', 'address-not-listed'],
    ['https://evil.test/files.telnyx.com', 'address-not-listed'],
    ['https://93.184.216.34/a.wav', 'address-not-listed'],
    ['https://me:secret@files.telnyx.com/a.wav', 'address-with-password'],
    ['https://169.254.169.254/latest/meta-data/', 'address-metadata'],
    ['http://169.254.169.254/latest/meta-data/', 'address-metadata'],
    ['https://[fd00:ec2::254]/', 'address-metadata'],
    ['https://metadata.google.internal/', 'address-metadata'],
    ['https://localhost/', 'address-loopback'],
    ['https://0x7f.1/', 'address-loopback'],
    ['https://2130706433/', 'address-loopback'],
    ['https://[::ffff:10.0.0.1]/', 'address-odd-number'],
    ['https://10.0.0.1/', 'address-private'],
  ])('refuses %s: %s', async (address, refusal) => {
    const downloads = createDownloads({ hosts: usual, resolve: resolving([publicAddress]) });
    expect(await downloads.get(address, asking())).toEqual({ kind: 'refused', refusal });
  });

  it.each([
    ['loopback', [here], 'address-loopback'],
    ['metadata', [metadata], 'address-metadata'],
    [
      'a private address among public ones',
      [publicAddress, { address: 'fd00::7', family: 6 }],
      'address-private',
    ],
    ['nothing', [], 'address-unknown'],
  ])('refuses a host of a pattern that stands for %s', async (_what, addresses, refusal) => {
    const downloads = createDownloads({ hosts: usual, resolve: resolving(addresses) });
    const answer = await downloads.get('https://files.telnyx.com/a.wav', asking());
    expect(answer).toEqual({ kind: 'refused', refusal });
  });

  it('refuses plain HTTP to a host that is listed without it, and the other way round', async () => {
    const { port, connections } = await serve((_request, response) => response.end());
    const secure = createDownloads({ hosts: [`127.0.0.1:${port}`] });
    const plain = createDownloads({ hosts: [`http://127.0.0.1:${port}`] });
    const refused = { kind: 'refused', refusal: 'address-not-listed' };
    expect(await secure.get(`http://127.0.0.1:${port}/`, asking())).toEqual(refused);
    expect(await plain.get(`https://127.0.0.1:${port}/`, asking())).toEqual(refused);
    expect(connections()).toBe(0);
  });

  it('takes a signed link of thousands of characters', async () => {
    const { port } = await serve((request, response) => response.end(String(request.url?.length)));
    const downloads = createDownloads({ hosts: [`http://127.0.0.1:${port}`] });
    const address = `http://127.0.0.1:${port}/?${'x'.repeat(5_000)}`;
    expect(await text(bodyOf(await downloads.get(address, asking())))).toBe('5002');
  });

  it('knows the two forms of an address of IPv6 for one', async () => {
    const downloads = createDownloads({ hosts: ['http://[::1]:1'] });
    const answer = await downloads.get('http://[0:0:0:0:0:0:0:1]:1/', asking());
    expect(answer).toMatchObject({ kind: 'unreachable', reason: 'connection' });
  });
});

describe('a redirection of a download', () => {
  it('is followed where its target is listed too, without what only the first host may know', async () => {
    const heard: unknown[] = [];
    const end = await serve((request, response) => {
      heard.push(request.headers.range, request.headers.authorization);
      response.end('sound');
    });
    const start = await redirecting(`http://127.0.0.1:${end.port}/there`);
    const hosts = [start, end].map(({ port }) => `http://127.0.0.1:${port}`);
    const answer = await createDownloads({ hosts }).get(`http://127.0.0.1:${start.port}/`, {
      ...asking(),
      headers: { range: 'bytes=3-', authorization: 'Bearer key' },
    });
    expect(await text(bodyOf(answer))).toBe('sound');
    expect(heard).toEqual(['bytes=3-', undefined]);
  });

  it('is followed three times', async () => {
    const { port } = await serve((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) response.end('sound');
      else response.writeHead(307, { location: `/${left - 1}` }).end();
    });
    const downloads = createDownloads({ hosts: [`http://127.0.0.1:${port}`] });
    const answer = await downloads.get(`http://127.0.0.1:${port}/3`, asking());
    expect(await text(bodyOf(answer))).toBe('sound');
    const tooMany = await downloads.get(`http://127.0.0.1:${port}/4`, asking());
    expect(tooMany).toEqual({ kind: 'refused', refusal: 'too-many-redirects' });
  });

  it.each([
    ['file:///etc/passwd', 'address-not-http'],
    ['ftp://files.telnyx.com/a.wav', 'address-not-http'],
    ['http://169.254.169.254/latest/meta-data/', 'address-metadata'],
    ['http://localhost/', 'address-loopback'],
    ['http://127.0.0.1:1/', 'address-loopback'],
    ['//evil.test/a.wav', 'address-not-listed'],
    ['http://files.telnyx.com/a.wav', 'address-not-listed'],
    ['https://me:secret@files.telnyx.com/', 'address-with-password'],
    ['https://files.telnyx.com/a.wav', 'address-loopback'],
    ['http://[', 'address-unreadable'],
  ])('to %s is refused: %s', async (location, refusal) => {
    const { port } = await redirecting(location);
    const hosts = [...usual, `http://127.0.0.1:${port}`];
    const downloads = createDownloads({ hosts, resolve: resolving([here]) });
    const answer = await downloads.get(`http://127.0.0.1:${port}/`, asking());
    expect(answer).toEqual({ kind: 'refused', refusal });
  });

  it('to a name that is made to point into our network meanwhile is refused', async () => {
    const start = await redirecting('https://rebinding.telnyx.com/');
    const hosts = [...usual, `http://start.internal:${start.port}`];
    const downloads = createDownloads({ hosts, resolve: resolving([here], [metadata]) });
    const answer = await downloads.get(`http://start.internal:${start.port}/`, asking());
    expect(answer).toEqual({ kind: 'refused', refusal: 'address-metadata' });
  });

  it('to nowhere is an answer like another', async () => {
    const { port } = await serve((_request, response) => response.writeHead(302).end());
    const downloads = createDownloads({ hosts: [`http://127.0.0.1:${port}`] });
    const answer = await downloads.get(`http://127.0.0.1:${port}/`, asking());
    expect(answer).toMatchObject({ kind: 'answered', status: 302 });
    bodyOf(answer).destroy();
  });
});

describe('a download that does not come to its end', () => {
  async function breaking(answer: RequestListener, ask = asking()) {
    const { port } = await serve(answer);
    const downloads = createDownloads({ hosts: [`http://127.0.0.1:${port}`] });
    return downloads.get(`http://127.0.0.1:${port}/`, ask);
  }
  const whyCut = async (answer: DownloadAnswer) =>
    failureOf(
      await text(bodyOf(answer)).then(
        () => new Error('whole'),
        (error: unknown) => error as Error,
      ),
    );

  it('is late where no answer comes', async () => {
    const answer = await breaking(() => undefined, asking(50));
    expect(answer).toMatchObject({ kind: 'unreachable', reason: 'time-out' });
  });

  it('is late where nothing more comes', async () => {
    const answer = await breaking((_request, response) => response.write('a'), asking(50));
    expect(await whyCut(answer)).toMatchObject({ kind: 'unreachable', reason: 'time-out' });
  });

  it('is cut where the connection breaks', async () => {
    const answer = await breaking((_request, response) => {
      response.writeHead(200, { 'content-length': '10' });
      response.write('a', () => response.destroy());
    });
    expect(await whyCut(answer)).toEqual({
      kind: 'unreachable',
      reason: 'connection',
      detail: 'ECONNRESET',
    });
  });

  it('ends when it is given up, before the answer and after', async () => {
    const before = new AbortController();
    const pending = breaking(
      () => {
        before.abort();
      },
      asking(5_000, before.signal),
    );
    const aborted = { kind: 'unreachable', reason: 'connection', detail: 'aborted' };
    expect(await pending).toEqual(aborted);
    const after = new AbortController();
    const answer = await breaking(
      (_request, response) => response.write('a'),
      asking(5_000, after.signal),
    );
    after.abort();
    expect(await whyCut(answer)).toMatchObject({ kind: 'unreachable', reason: 'connection' });
  });

  it('tells when nobody listens there', async () => {
    const downloads = createDownloads({ hosts: ['http://127.0.0.1:1'] });
    expect(await downloads.get('http://127.0.0.1:1/', asking())).toEqual({
      kind: 'unreachable',
      reason: 'connection',
      detail: 'ECONNREFUSED',
    });
  });
});
