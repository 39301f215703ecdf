import { expect, it } from 'vitest';
import { judgeAudit } from './audit.mjs';

const finding = (severity: string) => ({ name: 'left', severity, range: '<1.3.0', via: [] });

it.each(['high', 'critical'])('a %s finding is grave, and named', (severity) => {
  const text = JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: { left: finding(severity), right: finding('moderate') },
  });
  expect(judgeAudit(text)).toEqual({ kind: 'told', grave: [`left <1.3.0: ${severity}`] });
});

it('nothing known is nothing grave', () => {
  const text = JSON.stringify({ auditReportVersion: 2, vulnerabilities: {}, metadata: {} });
  expect(judgeAudit(text)).toEqual({ kind: 'told', grave: [] });
});

it.each([
  [
    { message: '405 Method Not Allowed - POST https://example.test', statusCode: 405 },
    '405 Method',
  ],
  [{ error: { code: 'ENOTFOUND', summary: 'getaddrinfo ENOTFOUND example.test' } }, 'getaddrinfo'],
])('a registry that does not say is told with its reason: %j', (answer, why) => {
  const verdict = judgeAudit(JSON.stringify(answer));
  expect(verdict).toMatchObject({ kind: 'not-told', why: expect.stringContaining(why) as string });
});

it('no answer at all is no finding', () => {
  expect(judgeAudit('')).toEqual({ kind: 'not-told', why: 'no answer' });
});
