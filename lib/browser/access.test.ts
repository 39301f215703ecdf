import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Me } from '@/lib/contract/account';
import { type Access, createAccess } from './access';

const ada: Me = { userId: 'u-1', name: 'Ada', role: 'moderator' };
let answers: Record<string, () => Response>;
let access: Access;
let stop: () => void;

const problem = (status: number, code: string) => () =>
  Response.json({ type: '', title: '', status, code, detail: '', requestId: '' }, { status });

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('fetch', (path: string) => Promise.resolve(answers[path]?.()));
  answers = { '/api/me': () => Response.json(ada) };
  access = createAccess(ada);
  stop = access.start();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('follows a change of role', async () => {
  answers['/api/me'] = () => Response.json({ ...ada, role: 'viewer' });
  access.reload();
  await vi.waitFor(() => {
    expect(access.store.getState().me.role).toBe('viewer');
  });
});

it('knows nothing new of a server that is not reached', async () => {
  answers['/api/me'] = () => Response.error();
  access.reload();
  await vi.advanceTimersByTimeAsync(1000);
  expect(access.store.getState()).toEqual({ me: ada, isSignedOut: false });
});

it('is signed out once a socket has lost its session and there is no other', async () => {
  answers['/api/me'] = problem(401, 'not-signed-in');
  access.lost();
  await vi.advanceTimersByTimeAsync(1000);
  expect(access.store.getState().isSignedOut).toBe(true);
});

it('stays when another session has taken the place of the one that ended', async () => {
  access.lost();
  await vi.advanceTimersByTimeAsync(1000);
  expect(access.store.getState().isSignedOut).toBe(false);
});

it('believes no refusal while it puts one session in the place of another', async () => {
  answers['/api/me'] = problem(401, 'not-signed-in');
  await access.through(async () => {
    access.lost();
    access.reload();
    await vi.advanceTimersByTimeAsync(1000);
    answers['/api/me'] = () => Response.json(ada);
  });
  await vi.advanceTimersByTimeAsync(1000);
  expect(access.store.getState().isSignedOut).toBe(false);
});

it('extends its session each hour, and notices when there is none', async () => {
  const asked = vi.fn(() => Response.json({ session: {} }));
  answers['/api/auth/get-session'] = asked;
  await vi.advanceTimersByTimeAsync(2 * 3_600_000);
  expect(asked).toHaveBeenCalledTimes(2);
  answers['/api/auth/get-session'] = () => Response.json(null);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(access.store.getState().isSignedOut).toBe(true);
});
