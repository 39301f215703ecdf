import type { Measure } from '@/lib/domain/target/targets';

const measures = {
  longestWait: 'Longest wait',
  depth: 'Callers waiting',
  averageWait: 'Average wait',
  abandonment: 'Callers who gave up',
} as const satisfies Record<Measure, string>;

export const alerts = {
  title: 'Alerts',
  open: '{count, plural, =0 {No open alerts} one {# open alert} other {# open alerts}}',
  measures,
  /** A queue's state, in as few words as fit into a card. */
  state: {
    ok: 'on target',
    longestWait: 'over {value}',
    depth: 'over {value}',
    averageWait: 'average over {value}',
    abandonment: '{value} gave up',
  },
  service: {
    level: '{part, number, ::percent}',
    nobody: 'nobody yet',
    met: 'on target',
    missed: 'below target',
    gaveUp: '{count, plural, =0 {none gave up} one {# gave up} other {# gave up}}',
    about:
      '{answeredInTime, number} of {answered, number} answered within {withinSeconds, number} s; {abandoned, number} gave up. The target is {percent, number}%.',
  },
  people: '{count, plural, one {# caller} other {# callers}}',
  percent: '{part, number, ::percent}',
  told: '{queue}: {measure} {value}',
  toldWorse: '{queue} is critical: {measure} {value}',
  from: '{level} from {value} on',
  more: '{count, plural, one {One more queue is over its target} other {# more queues are over their targets}}',
  acknowledge: 'Acknowledge',
  acknowledged: 'You have acknowledged it. Everybody sees your name beside it.',
  show: 'Show alerts',
} as const;
