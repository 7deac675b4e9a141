import type { Decode } from "./decoder";

/** About ten looks a second; a slower phone looks as often as it can and still has time to answer fingers. */
const LOOK_EVERY_MS = 100;
const LEAST_REST_MS = 30;

/** Looks at the video from its first frame on, and tells each text that it reads. Returns how to stop. */
export function watchVideo(
  video: HTMLVideoElement,
  decode: Decode,
  onText: (text: string) => void,
): () => void {
  let over = false;
  let timer = 0;
  async function look() {
    const began = performance.now();
    const text = await decode(video);
    if (over) return;
    if (text !== null) onText(text);
    if (over) return;
    timer = window.setTimeout(look, Math.max(LEAST_REST_MS, LOOK_EVERY_MS - (performance.now() - began)));
  }
  if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) void look();
  else video.addEventListener("loadeddata", look, { once: true });
  return () => {
    over = true;
    video.removeEventListener("loadeddata", look);
    window.clearTimeout(timer);
  };
}
