/** Cache of the picture that another app shared with this one (public/sw.js stores it). */
const SHARED = "compartida-1";
/** Whoever shared it reads it at once, or after signing in. An older one is somebody else's. */
const LIFE_MS = 10 * 60 * 1000;

/** Returns, once, the picture that was shared a moment ago; null when there is none. */
export async function takeSharedPicture(): Promise<Blob | null> {
  if (!("caches" in window)) return null;
  const shared = await caches.open(SHARED);
  const [place] = await shared.keys();
  const picture = place ? await shared.match(place) : undefined;
  if (!place || !picture) return null;
  await shared.delete(place);
  const age = Date.now() - Date.parse(picture.headers.get("date") ?? "");
  return age < LIFE_MS ? picture.blob() : null;
}

/** Deletes it, when its person leaves the device. */
export async function forgetSharedPicture(): Promise<void> {
  if ("caches" in window) await caches.delete(SHARED);
}
