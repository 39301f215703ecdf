import { HttpProblem } from './http-problem';

/** The id a path holds; throws a problem for what can be none, which the carrier then is not asked for. */
export function applicationIdIn({ applicationId }: { readonly applicationId: string }): string {
  const id = decodeURIComponent(applicationId);
  if (/^[A-Za-z0-9-]{1,100}$/.test(id)) return id;
  throw new HttpProblem('not-found', 'The carrier has no application of this id');
}
