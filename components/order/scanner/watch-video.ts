import type { Decode } from "./decoder";

/** About ten scans per second; on a slower phone fewer, so that it still responds to touch. */
const LOOK_EVERY_MS = 100;
const LEAST_REST_MS = 30;

/** Scans the video from its first frame on and reports each text read. Returns a function that stops it. */
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
