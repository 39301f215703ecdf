/** What a message of a catalogue is made of, besides its words. */
export interface MessageParts {
  /** The names that values are given under. */
  readonly values: readonly string[];
  /** The names that parts of the sentence are drawn under. */
  readonly tags: readonly string[];
  /** The cases that are told apart by their number, such as `plural =0`. */
  readonly numbers: readonly string[];
  /** What is left: the words themselves. */
  readonly words: string;
}

/** Takes a message in ICU syntax apart; the catalogues use arguments, plurals and tags, and no quoting. */
export function messageParts(message: string): MessageParts {
  const values = new Set<string>();
  const numbers = new Set<string>();
  const words: string[] = [];
  read(message);
  const text = words.join('');
  const tags = new Set([...text.matchAll(/<(\w+)>/g)].map((match) => match[1] ?? ''));
  return {
    values: [...values].sort(),
    tags: [...tags].sort(),
    numbers: [...numbers].sort(),
    words: text.replace(/<\/?\w+>/g, '').replaceAll('#', ''),
  };

  function read(part: string): void {
    let rest = part;
    for (let start = rest.indexOf('{'); start >= 0; start = rest.indexOf('{')) {
      const end = closing(rest, start);
      words.push(rest.slice(0, start));
      readArgument(rest.slice(start + 1, end));
      rest = rest.slice(end + 1);
    }
    words.push(rest);
  }

  function readArgument(argument: string): void {
    const [name = '', kind = ''] = argument.split(',', 2).map((one) => one.trim());
    values.add(name);
    if (kind !== 'plural' && kind !== 'select') return;
    let rest = argument.slice(argument.indexOf(kind) + kind.length + 1);
    for (let start = rest.indexOf('{'); start >= 0; start = rest.indexOf('{')) {
      const end = closing(rest, start);
      const selector = rest.slice(0, start).trim();
      if (selector === '=0') numbers.add(`${name} ${selector}`);
      read(rest.slice(start + 1, end));
      rest = rest.slice(end + 1);
    }
  }
}

function closing(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error(`A brace is never closed: ${text}`);
}
