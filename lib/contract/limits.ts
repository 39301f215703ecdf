/** The largest body the webhook door takes, in bytes (ARCHITECTURE §5). */
export const maxDeliveryBytes = 256 * 1024;
