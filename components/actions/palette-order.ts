import { type Action, actionGroups } from './action';

/** Actions under one head of the palette. */
export interface PaletteGroup {
  readonly head: Action['group'] | 'recent';
  readonly actions: readonly Action[];
}

/** How many recent actions stand on top, and how many are kept. */
const mostRecent = 5;
const mostFound = 40;

/**
 * What the palette lists: without a word the recent ones first and then all by group; with one those
 * that fit, the best first.
 */
export function paletteGroups(
  actions: readonly Action[],
  recent: readonly string[],
  text: string,
): readonly PaletteGroup[] {
  if (text.trim() !== '') return byGroup(found(actions, recent, text));
  const latest = recent.flatMap((key) => actions.find((action) => action.key === key) ?? []);
  const rest = actions.filter((action) => !latest.includes(action));
  const groups = byGroup(rest);
  return latest.length === 0 ? groups : [{ head: 'recent', actions: latest }, ...groups];
}

/** The recent ones after an action was run, newest first. */
export function withRecent(recent: readonly string[], key: string): readonly string[] {
  return [key, ...recent.filter((known) => known !== key)].slice(0, mostRecent);
}

/**
 * How well a label fits what was typed, 0 for not at all: every word typed must begin a word of the
 * label, or stand in it, or have its letters there in order; the earlier kind counts more.
 */
export function fitOf(label: string, text: string): number {
  const lower = label.toLocaleLowerCase();
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  let fit = 0;
  for (const word of words) {
    const own = fitOfWord(lower, word);
    if (own === 0) return 0;
    fit += own;
  }
  return fit / words.length;
}

function fitOfWord(label: string, word: string): number {
  if (label.startsWith(word)) return 1;
  if (new RegExp(`[^\\p{L}\\p{N}]${escaped(word)}`, 'u').test(label)) return 0.8;
  if (label.includes(word)) return 0.5;
  return word.length > 1 && hasInOrder(label, word) ? 0.2 : 0;
}

function hasInOrder(label: string, word: string): boolean {
  let at = -1;
  return Array.from(word).every((letter) => {
    at = label.indexOf(letter, at + 1);
    return at !== -1;
  });
}

function escaped(word: string): string {
  return word.replace(/[^\p{L}\p{N}]/gu, '\\$&');
}

function found(actions: readonly Action[], recent: readonly string[], text: string) {
  return actions
    .map((action) => ({
      action,
      fit: fitOf(action.label, text) * (recent.includes(action.key) ? 1.1 : 1),
    }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .slice(0, mostFound)
    .map(({ action }) => action);
}

// Groups stand where their best action stands.
function byGroup(actions: readonly Action[]): readonly PaletteGroup[] {
  return actionGroups
    .map((head) => ({ head, actions: actions.filter(({ group }) => group === head) }))
    .filter((group) => group.actions.length > 0)
    .sort((a, b) => firstOf(actions, a) - firstOf(actions, b));
}

function firstOf(actions: readonly Action[], { actions: own }: PaletteGroup): number {
  const [first] = own;
  return first === undefined ? -1 : actions.indexOf(first);
}
