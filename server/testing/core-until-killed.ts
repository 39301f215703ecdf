import { writeSync } from 'node:fs';
import { rehearsalCookie } from './rehearsal-cookie';
import { startTestCore, type TestCoreStart } from './start-test-core';
import { createTestClock } from './test-clock';

// A program of its own: `core-until-killed <options as JSON>`. Starts a core, prints where it is and
// the cookie of an administrator, and works until somebody kills it.
const [options = ''] = process.argv.slice(2);
const { dataDir, carrier } = JSON.parse(options) as Pick<TestCoreStart, 'dataDir' | 'carrier'>;
let webhookUrl = '';
const { url, signIn } = await startTestCore({
  ...{ dataDir, carrier, clock: createTestClock() },
  onListening: (address) => {
    webhookUrl = address;
  },
});
const cookie = await rehearsalCookie(signIn, url, 'administrator');
writeSync(1, `${JSON.stringify({ url, webhookUrl, cookie })}\n`);
