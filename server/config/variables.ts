import { z } from 'zod';

/** The environment as it is given, before anything is read from it. */
export type GivenEnvironment = Readonly<Record<string, string | undefined>>;

/** An empty variable counts as one that is not there. */
export const absent = (value: unknown) => (value === '' ? undefined : value);

/** A variable that may be left out. */
export const optional = <T extends z.ZodType>(schema: T) => z.preprocess(absent, schema.optional());

/** A variable that has a value of its own when it is left out. */
export const usually = <T extends z.ZodType>(schema: T) => z.preprocess(absent, schema);

/** A switch, off unless it says true. */
export const flag = usually(z.enum(['true', 'false'], 'write true or false').default('false'));

/** An address of the web. */
export const httpUrl = z.url({ protocol: /^https?$/, error: 'give an http or https address' });

/** A TCP port; 0 takes any that is free. */
export const port = z.coerce.number('a port is a number from 0 to 65535').int().min(0).max(65_535);

/** The parts of a comma-separated list. */
export function listed(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
