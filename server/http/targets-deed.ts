import { measures, type Targets } from '@/lib/domain/target/targets';
import type { Deed } from './deed';

/** What activity tells of a change to targets: of which queue, or of all, and to what. */
export function targetsDeed(
  action: 'target.change' | 'target.remove',
  queue: string | null,
  targets?: Targets,
): Deed {
  const target = { kind: 'queue', id: queue, name: queue } as const;
  return { action, target: queue === null ? null : target, detail: detailOf(targets) };
}

function detailOf(targets: Targets | undefined): NonNullable<Deed['detail']> {
  if (targets === undefined) return {};
  const { service, thresholds } = targets;
  const lines = measures.map((measure) => {
    const { warning, critical } = thresholds[measure];
    return [measure, `${warning ?? '–'} / ${critical ?? '–'}`];
  });
  return {
    service: `${service.percent} % / ${service.withinSeconds} s`,
    ...(Object.fromEntries(lines) as Record<string, string>),
  };
}
