import { describe, expect, it } from 'vitest';
import { targetsSchema } from '@/lib/contract/target';
import { readTargets, type TargetField } from './target-fields';

const right: Record<TargetField, string> = {
  ...{ percent: '80', withinSeconds: ' 20 ' },
  ...{ 'longestWait.warning': '120', 'longestWait.critical': '180' },
  ...{ 'depth.warning': '10', 'depth.critical': '' },
  ...{ 'averageWait.warning': '', 'averageWait.critical': '' },
  ...{ 'abandonment.warning': '10', 'abandonment.critical': '20' },
};
const typed = (change: Partial<typeof right>) => (field: TargetField) =>
  ({ ...right, ...change })[field];

describe('typed targets', () => {
  it('are what the server takes, where an empty threshold means never', () => {
    const { targets, troubles } = readTargets(typed({}));
    expect(troubles).toEqual({});
    expect(targetsSchema.parse(targets)).toMatchObject({
      service: { percent: 80, withinSeconds: 20 },
      thresholds: { depth: { warning: 10, critical: null } },
    });
  });

  it.each<[TargetField, string, string]>([
    ['percent', '', 'number'],
    ['percent', '101', 'number'],
    ['withinSeconds', '2.5', 'number'],
    ['withinSeconds', '-20', 'number'],
    ['depth.warning', 'many', 'number'],
    ['abandonment.critical', '101', 'number'],
    ['longestWait.critical', '120', 'order'],
  ])('are wrong where %s is “%s”, and say so at that field', (field, text, trouble) => {
    expect(readTargets(typed({ [field]: text }))).toEqual({
      targets: null,
      troubles: { [field]: trouble },
    });
  });
});
