import type { CallControlId } from '@/lib/domain/ids';

/** Who is chosen, and from whom a range reaches. */
export interface Selection {
  readonly chosen: ReadonlySet<CallControlId>;
  readonly anchor: CallControlId | null;
}

/** Nobody. */
export const nobodyChosen: Selection = { chosen: new Set(), anchor: null };

/** This one alone. */
export function onlyChosen(id: CallControlId): Selection {
  return { chosen: new Set([id]), anchor: id };
}

/** This one in or out, the others as they were. */
export function toggledIn(selection: Selection, id: CallControlId): Selection {
  const chosen = new Set(selection.chosen);
  if (!chosen.delete(id)) chosen.add(id);
  return { chosen, anchor: id };
}

/** Everybody between the anchor and this one as they stand in the list. */
export function reachedTo(
  selection: Selection,
  order: readonly CallControlId[],
  id: CallControlId,
): Selection {
  const from = selection.anchor === null ? -1 : order.indexOf(selection.anchor);
  const to = order.indexOf(id);
  if (from === -1 || to === -1) return onlyChosen(id);
  const chosen = new Set(order.slice(Math.min(from, to), Math.max(from, to) + 1));
  return { chosen, anchor: selection.anchor };
}

/** Everybody in the list. */
export function allChosen(order: readonly CallControlId[]): Selection {
  return { chosen: new Set(order), anchor: order[0] ?? null };
}

/**
 * The chosen who stand in the list, in its order: those alone are acted on. Whom a filter or a search
 * hides stays chosen, and is acted on once seen again.
 */
export function chosenShown<Row>(
  selection: Selection,
  order: readonly CallControlId[],
  rows: ReadonlyMap<CallControlId, Row>,
): Row[] {
  if (selection.chosen.size === 0) return [];
  return order.flatMap((id) => (selection.chosen.has(id) ? (rows.get(id) ?? []) : []));
}
