/** The largest body the webhook door takes, in bytes (ARCHITECTURE §5). */
export const maxDeliveryBytes = 256 * 1024;

/** At least so many characters has a password, and at most. */
export const passwordLength = { least: 12, most: 128 } as const;
