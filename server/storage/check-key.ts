const longestKey = 300;
// No part may begin with a dot: that leaves out `..`, and whatever storage keeps for itself.
const safeKey = /^\w[\w.-]*(?:\/\w[\w.-]*)*$/;

/** Throws `RangeError` for a key that could lead out of the folder, or that not every storage can hold. */
export function checkKey(key: string): void {
  if (key.length > longestKey || !safeKey.test(key))
    throw new RangeError(`No key for a recording: ${key.slice(0, longestKey)}`);
}
