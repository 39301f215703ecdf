/** Why Rostrum does not post to an address that a person configured; each has its sentence for the form. */
export const addressRefusals = [
  'address-unreadable',
  'address-not-http',
  'address-with-password',
  'address-odd-number',
  'address-loopback',
  'address-private',
  'address-link-local',
  'address-multicast',
  'address-metadata',
  'address-reserved',
  'address-unknown',
] as const;
/** One reason. */
export type AddressRefusal = (typeof addressRefusals)[number];
