/** The name a path holds; Next hands it over as it stands in the address. Throws a `URIError`. */
export function mediaNameIn({ mediaName }: { readonly mediaName: string }): string {
  return decodeURIComponent(mediaName);
}
