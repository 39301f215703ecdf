import type { CallControlId } from '@/lib/domain/ids';

/** Who, or what, is chosen in a list, and from where a range reaches. */
export interface Selection<Id extends string = CallControlId> {
  readonly chosen: ReadonlySet<Id>;
  readonly anchor: Id | null;
}

/** Nobody. */
export const nobodyChosen: Selection<never> = { chosen: new Set(), anchor: null };

/** This one alone. */
export function onlyChosen<Id extends string>(id: Id): Selection<Id> {
  return { chosen: new Set([id]), anchor: id };
}

/** This one in or out, the others as they were. */
export function toggledIn<Id extends string>(selection: Selection<Id>, id: Id): Selection<Id> {
  const chosen = new Set(selection.chosen);
  if (!chosen.delete(id)) chosen.add(id);
  return { chosen, anchor: id };
}

/** Everybody between the anchor and this one as they stand in the list. */
export function reachedTo<Id extends string>(
  selection: Selection<Id>,
  order: readonly Id[],
  id: Id,
): Selection<Id> {
  const from = selection.anchor === null ? -1 : order.indexOf(selection.anchor);
  const to = order.indexOf(id);
  if (from === -1 || to === -1) return onlyChosen(id);
  const chosen = new Set(order.slice(Math.min(from, to), Math.max(from, to) + 1));
  return { chosen, anchor: selection.anchor };
}

/** Everybody in the list. */
export function allChosen<Id extends string>(order: readonly Id[]): Selection<Id> {
  return { chosen: new Set(order), anchor: order[0] ?? null };
}

/**
 * The chosen who stand in the list, in its order: those alone are acted on. Whom a filter or a search
 * hides stays chosen, and is acted on once seen again.
 */
export function chosenShown<Row, Id extends string>(
  selection: Selection<Id>,
  order: readonly Id[],
  rows: ReadonlyMap<Id, Row>,
): Row[] {
  if (selection.chosen.size === 0) return [];
  return order.flatMap((id) => (selection.chosen.has(id) ? (rows.get(id) ?? []) : []));
}
