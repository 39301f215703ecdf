import { bareNumber, e164, limits } from '@/lib/contract/forms/limits';
import type { InvitedNumber } from '@/lib/domain/conference/command-fields';

/** What is wrong with one line of a list; lines are counted from 1. */
export type LineTrouble =
  | { readonly line: number; readonly kind: 'wrong'; readonly text: string }
  | {
      readonly line: number;
      readonly kind: 'repeated';
      readonly text: string;
      /** The line where it stood first. */
      readonly first: number;
    }
  | { readonly line: number; readonly kind: 'longLabel'; readonly text: string };

/** A pasted list as it was understood. */
export interface ParsedNumbers {
  readonly numbers: readonly InvitedNumber[];
  readonly troubles: readonly LineTrouble[];
  /** How many numbers are beyond what one invitation may name. */
  readonly tooMany: number;
}

/**
 * Reads a list of numbers, one a line, with a name before or after where one is given:
 * `+1 312 555 0142, Priya Raman`. Spaces, dots, dashes and brackets within a number are let pass.
 */
export function parseNumbers(text: string): ParsedNumbers {
  const numbers: InvitedNumber[] = [];
  const troubles: LineTrouble[] = [];
  const seen = new Map<string, number>();
  text.split(/\r?\n/).forEach((written, index) => {
    const line = index + 1;
    const trimmed = written.trim();
    if (trimmed === '') return;
    const found = /\+[\d\s().-]*\d/.exec(trimmed);
    const to = bareNumber(found?.[0] ?? '');
    const first = seen.get(to);
    const label = trimmed
      .replace(found?.[0] ?? '', '')
      .replace(/<\s*>|\(\s*\)/, '')
      .replace(/^[\s,;"]+|[\s,;"]+$/g, '');
    if (!e164.test(to) || /\d{4,}/.test(label)) {
      troubles.push({ line, kind: 'wrong', text: trimmed });
    } else if (first !== undefined) {
      troubles.push({ line, kind: 'repeated', text: to, first });
    } else if (label.length > limits.label.maxLength) {
      troubles.push({ line, kind: 'longLabel', text: to });
    } else {
      seen.set(to, line);
      numbers.push({ to, label: label === '' ? null : label });
    }
  });
  return { numbers, troubles, tooMany: Math.max(0, numbers.length - limits.numbers.max) };
}
