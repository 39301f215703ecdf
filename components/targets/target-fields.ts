import { serviceLimits, thresholdLimits } from '@/lib/contract/target';
import { type Measure, measures, type Targets } from '@/lib/domain/target/targets';

/** The names of the fields in which targets are typed. */
export type TargetField =
  'percent' | 'withinSeconds' | `${Measure}.warning` | `${Measure}.critical`;

/** What is wrong with a field: no whole number in its limits, or critical no later than the warning. */
export type FieldTrouble = 'number' | 'order';

/** Targets as they were typed, and what is wrong with them. */
export interface ReadTargets {
  /** Null where anything is wrong. */
  readonly targets: Targets | null;
  readonly troubles: Partial<Record<TargetField, FieldTrouble>>;
}

/** The least and the most that a field takes. */
export function limitsOf(field: TargetField): { readonly least: number; readonly most: number } {
  if (field === 'percent' || field === 'withinSeconds') return serviceLimits[field];
  return thresholdLimits[measureOf(field)];
}

/** Reads what was typed; an empty threshold means never. */
export function readTargets(typed: (field: TargetField) => string): ReadTargets {
  const troubles: Partial<Record<TargetField, FieldTrouble>> = {};
  const numberIn = (field: TargetField, isOptional: boolean): number | null => {
    const text = typed(field).trim();
    if (text === '' && isOptional) return null;
    const { least, most } = limitsOf(field);
    const value = /^\d+$/.test(text) ? Number(text) : NaN;
    if (value >= least && value <= most) return value;
    troubles[field] = 'number';
    return null;
  };
  const service = {
    percent: numberIn('percent', false) ?? 0,
    withinSeconds: numberIn('withinSeconds', false) ?? 0,
  };
  const thresholds = Object.fromEntries(
    measures.map((measure) => {
      const warning = numberIn(`${measure}.warning`, true);
      const critical = numberIn(`${measure}.critical`, true);
      if (warning !== null && critical !== null && critical <= warning)
        troubles[`${measure}.critical`] = 'order';
      return [measure, { warning, critical }];
    }),
  ) as Targets['thresholds'];
  const isRight = Object.keys(troubles).length === 0;
  return { targets: isRight ? { service, thresholds } : null, troubles };
}

function measureOf(field: Exclude<TargetField, 'percent' | 'withinSeconds'>): Measure {
  return field.slice(0, field.indexOf('.')) as Measure;
}
