/**
 * Returns, once, the picture that another app shared with this one (public/sw.js stores it); null when there is
 * none.
 */
export async function takeSharedPicture(): Promise<Blob | null> {
  if (!("caches" in window)) return null;
  const shared = await caches.open("compartida-1");
  const [place] = await shared.keys();
  const picture = place ? await shared.match(place) : undefined;
  if (!place || !picture) return null;
  await shared.delete(place);
  return picture.blob();
}
