import { format } from 'node:util';
import { beforeEach, onTestFinished, vi } from 'vitest';

/** A test that expects a complaint replaces `console.error` itself; any other complaint fails it. */
beforeEach(() => {
  const complaints: string[] = [];
  const spy = vi.spyOn(console, 'error').mockImplementation((...args) => {
    complaints.push(format(...args));
  });
  onTestFinished(() => {
    spy.mockRestore();
    if (complaints.length > 0)
      throw new Error(`Unexpected console.error: ${complaints.join('\n')}`);
  });
});
