import { type Budget, type Figure, judge, median } from './figure';

const headings = ['', 'unit', 'Rostrum', 'bare', 'value', 'spread', 'budget', ''] as const;

/** The figures as a table of text, one line each, with what the budget says of it. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [headings, ...figures.map(rowOf)];
  const widths = headings.map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i < 2 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function rowOf(figure: Figure): readonly string[] {
  const { value, least, most, isWithin } = judge(figure);
  const { budget } = figure;
  const told = (number: number) => valueText(number, budget);
  return [
    figure.what,
    figure.unit,
    numberText(median(figure.ours)),
    numberText(median(figure.bare)),
    told(value),
    `${told(least)} … ${told(most)}`,
    budget === null ? 'none' : budgetText(budget),
    isWithin === null ? '' : isWithin ? 'ok' : 'OVER',
  ];
}

function valueText(value: number, budget: Budget | null): string {
  if (budget?.kind !== 'more-at-most') return `${value.toFixed(2)} ×`;
  return `${value < 0 ? '−' : '+'} ${numberText(Math.abs(value))}`;
}

function budgetText(budget: Budget): string {
  if (budget.kind === 'more-at-most') return `≤ + ${budget.more}`;
  return `${budget.kind === 'at-least' ? '≥' : '≤'} ${budget.times} ×`;
}

function numberText(value: number): string {
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en-US');
  return value.toFixed(Math.abs(value) >= 100 ? 0 : 2);
}
