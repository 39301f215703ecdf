/** The same keys with other words: what a catalogue in another language must satisfy. */
export type Translation<Words> = {
  readonly [Key in keyof Words]: Words[Key] extends string ? string : Translation<Words[Key]>;
};
