/** The regions the carrier's requests know (DOMAIN §4.8); its answers name a site instead. */
export const carrierRegions = ['Australia', 'Europe', 'Middle East', 'US'] as const;
/** One of them. */
export type CarrierRegion = (typeof carrierRegions)[number];
