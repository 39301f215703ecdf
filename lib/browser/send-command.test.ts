import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProblemError, UnreachableError } from './request';
import { newCommandId, sendCommand } from './send-command';

const path = '/api/conferences/c1/commands';
const command = { type: 'recording.pause', fields: {} } as const;
const answer = { commandId: 'x', state: 'accepted', events: [] };

describe('sending a command', () => {
  const server = vi.fn<typeof fetch>();
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('fetch', server);
  });
  afterEach(() => {
    server.mockReset();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });
  const bodies = () => server.mock.calls.map(([, init]) => init?.body);

  it('makes ids that differ and that the server takes', () => {
    expect(newCommandId()).toMatch(/^[\w-]{8,64}$/);
    expect(newCommandId()).not.toBe(newCommandId());
  });

  it('sends the same id again when the network fails, and answers what comes at last', async () => {
    server.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    server.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    server.mockResolvedValueOnce(Response.json(answer));
    const sent = sendCommand(path, newCommandId(), command);
    await vi.runAllTimersAsync();
    expect(await sent).toEqual(answer);
    expect(server).toHaveBeenCalledTimes(3);
    expect(new Set(bodies()).size).toBe(1);
  });

  it('gives up after three repeats', async () => {
    server.mockRejectedValue(new TypeError('Failed to fetch'));
    const sent = expect(sendCommand(path, newCommandId(), command)).rejects.toBeInstanceOf(
      UnreachableError,
    );
    await vi.runAllTimersAsync();
    await sent;
    expect(server).toHaveBeenCalledTimes(4);
  });

  it('does not repeat what the server refused', async () => {
    const problem = { code: 'conference-ended', detail: 'It has ended', status: 409 };
    server.mockResolvedValueOnce(Response.json(problem, { status: 409 }));
    const failure = await sendCommand(path, newCommandId(), command).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(ProblemError);
    expect((failure as ProblemError).problem.code).toBe('conference-ended');
    expect(server).toHaveBeenCalledTimes(1);
  });
});
