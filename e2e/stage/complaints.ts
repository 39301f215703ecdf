import type { BrowserContext } from '@playwright/test';

/** What pages complain of, and what a journey expects them to complain of. */
export interface Complaints {
  /** From now on complaints like this are part of the story. */
  expect(pattern: RegExp): void;
  /** Hears every page of this browser context. */
  hear(context: BrowserContext): void;
  /** Those that nobody expected. */
  unexpected(): readonly string[];
}

/** Nothing heard yet, and nothing expected. */
export function newComplaints(): Complaints {
  const heard: string[] = [];
  const expected: RegExp[] = [];
  return {
    expect(pattern) {
      expected.push(pattern);
    },
    hear(context) {
      context.on('console', (message) => {
        if (message.type() !== 'error') return;
        heard.push(`${message.text()} (${message.location().url})`);
      });
      context.on('weberror', (error) => {
        heard.push(error.error().stack ?? error.error().message);
      });
    },
    unexpected: () => heard.filter((complaint) => !expected.some((one) => one.test(complaint))),
  };
}
