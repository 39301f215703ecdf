import { listed } from './variables';

/** The hosts named, each with or without a port, as addresses spell them; notes those that are none. */
export function readOutboundHosts(text: string | undefined, problems: string[]): readonly string[] {
  return listed(text).flatMap((part) => {
    const host = hostOf(part);
    if (host === null)
      problems.push(
        `OUTBOUND_HOSTS: ${part} is no host: write app.internal, 10.0.0.7:8080 or [::1]`,
      );
    return host ?? [];
  });
}

function hostOf(part: string): string | null {
  const [, host, port] = /^([^\s:/?#@\\]+|\[[^\]\s]+\])(?::(\d{1,5}))?$/.exec(part) ?? [];
  // Any scheme that has no port of its own, so that 80 and 443 are kept where they are given.
  if (host === undefined || !URL.canParse(`http://${host}`)) return null;
  if (port !== undefined && (Number(port) === 0 || Number(port) > 65_535)) return null;
  const { hostname } = new URL(`http://${host}`);
  const name = hostname.replace(/\.$/, '');
  return port === undefined ? name : `${name}:${Number(port)}`;
}
