import { classNames } from './class-names';

const fills = [
  'bg-person-0',
  'bg-person-1',
  'bg-person-2',
  'bg-person-3',
  'bg-person-4',
  'bg-person-5',
  'bg-person-6',
  'bg-person-7',
  'bg-person-8',
  'bg-person-9',
];

/** Two letters in a disc of the person's colour; a ring while they have the floor. */
export function Avatar({
  initials,
  colour,
  isTalking = false,
  size = 30,
}: {
  readonly initials: string;
  /** An index of the person's colour; any whole number from 0. */
  readonly colour: number;
  readonly isTalking?: boolean;
  readonly size?: number;
}) {
  return (
    <span
      aria-hidden
      style={{ width: size, height: size }}
      className={classNames(
        'grid shrink-0 place-items-center rounded-full text-2xs font-[600] text-on-person',
        fills[colour % fills.length],
        isTalking && 'outline-2 outline-offset-2 outline-live',
      )}
    >
      {initials}
    </span>
  );
}
