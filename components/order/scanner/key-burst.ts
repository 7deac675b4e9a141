import { CODE_LETTERS } from "@/domain/order/code";
import { looksScanned } from "@/domain/order/scanned-text";

/** People pause longer between letters; scanners send one every 1 to 50 ms. */
const HUMAN_GAP_MS = 60;
/** A whole code is taken after this pause, so that a final Enter is still ours. */
const WHOLE_PAUSE_MS = 120;
/** The rest of a code that began may come late from a busy phone. */
const REST_PAUSE_MS = 600;

/** Whether a text ends in all the letters of a code of ours. */
export function isWholeCode(text: string): boolean {
  return (
    looksScanned(text) && new RegExp(`(^|[^A-Z2-7])[A-Z2-7]{${CODE_LETTERS}}\\s*$`, "i").test(text.trim())
  );
}

/** Letters that come as fast as a scanner types them. Times are in milliseconds. */
export class KeyBurst {
  text = "";
  private last = Number.NEGATIVE_INFINITY;

  /** Takes a letter; tells whether it begins a new burst. */
  add(letter: string, at: number): boolean {
    const begins = at - this.last > (looksScanned(this.text) ? REST_PAUSE_MS : HUMAN_GAP_MS);
    this.text = begins ? letter : this.text + letter;
    this.last = at;
    return begins;
  }

  /** How long to wait for more before the burst may be taken; null when it is no code. */
  pause(): number | null {
    if (!looksScanned(this.text)) return null;
    return isWholeCode(this.text) ? WHOLE_PAUSE_MS : REST_PAUSE_MS;
  }

  /** Takes what was scanned, and forgets it; null when it is no code. */
  take(): string | null {
    const { text } = this;
    this.text = "";
    this.last = Number.NEGATIVE_INFINITY;
    return looksScanned(text) ? text : null;
  }
}
