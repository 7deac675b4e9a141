/** The picture that another app shared with this one (public/sw.js keeps it), once; null when there is none. */
export async function takeSharedPicture(): Promise<Blob | null> {
  if (!("caches" in window)) return null;
  const shared = await caches.open("compartida-1");
  const kept = await shared.match("/consultar/compartir");
  if (!kept) return null;
  await shared.delete("/consultar/compartir");
  return kept.blob();
}
