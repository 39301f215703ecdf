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
  if (text.trim() !== '') return byBest(found(actions, recent, text));
  const latest = recent.flatMap((key) => actions.find((action) => action.key === key) ?? []);
  // There may be hundreds of people: they are found, not listed.
  const rest = actions.filter((action) => action.group !== 'people' && !latest.includes(action));
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
function fitOf(label: string, text: string): number {
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
  if (beginsWordIn(label, word)) return 0.8;
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

function beginsWordIn(label: string, word: string): boolean {
  for (let at = label.indexOf(word, 1); at !== -1; at = label.indexOf(word, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(label.charAt(at - 1))) return true;
  }
  return false;
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

function byGroup(actions: readonly Action[]): readonly PaletteGroup[] {
  return actionGroups
    .map((head) => ({ head, actions: actions.filter(({ group }) => group === head) }))
    .filter((group) => group.actions.length > 0);
}

// Groups stand where their best action stands.
function byBest(actions: readonly Action[]): readonly PaletteGroup[] {
  const place = ({ actions: [first] }: PaletteGroup) =>
    first === undefined ? -1 : actions.indexOf(first);
  return [...byGroup(actions)].sort((a, b) => place(a) - place(b));
}
