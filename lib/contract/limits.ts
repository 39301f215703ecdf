/** The largest body the webhook door takes, in bytes (ARCHITECTURE §5). */
export const maxDeliveryBytes = 256 * 1024;

/** At least so many characters has a password, and at most. */
export const passwordLength = { least: 12, most: 128 } as const;

/** The largest file of the media library, in bytes (DOMAIN §1.8). */
export const maxMediaBytes = 20 * 1024 * 1024;

/** How long a file of the media library is kept, in seconds: unless told otherwise, and at most. */
export const mediaKeptSeconds = { least: 60, byDefault: 2 * 86_400, most: 630_720_000 } as const;

/**
 * A name for a new file of the media library: it stands in addresses and in the carrier's requests. Browsers
 * read it with the flag v, to which a bare hyphen is an error.
 */
export const mediaNamePattern = /^[\p{L}\p{N}][\p{L}\p{N} ._\-]{0,99}$/u;

/** The longest title of a saved announcement, in characters. */
export const longestAnnouncementTitle = 60;

/** The longest name of a rule for calls that come in, in characters. */
export const longestRuleName = 60;
