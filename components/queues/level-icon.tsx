import { CircleCheck, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { Level } from '@/lib/domain/target/targets';

const icons = { ok: CircleCheck, warning: TriangleAlert, critical: OctagonAlert } as const;

/** The shape of a level, which tells it apart without its colour. */
export function LevelIcon({ level, size = 12 }: { readonly level: Level; readonly size?: number }) {
  const Icon = icons[level];
  return <Icon aria-hidden size={size} className="shrink-0" />;
}
