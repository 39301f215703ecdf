/** The header in which our own server hands over the address of whoever asks; nobody else sets it. */
export const addressHeader = 'x-rostrum-address';
