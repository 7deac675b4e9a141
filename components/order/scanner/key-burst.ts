import { looksScanned } from "@/domain/lookup/scanned-text";
import { CODE_LETTERS } from "@/domain/order-code/code-address";

/** How a code begins, as scanners send it and as a Spanish keyboard gets it. */
const beginnings = ["http://", "https://", "httpñ--", "httpsñ--"];
/** Letters further apart than this are not of one code, on the slowest scanner and the busiest phone. */
const LONGEST_GAP_MS = 600;
/** A whole code is taken after this pause, so that a final Enter is still ours. */
const WHOLE_PAUSE_MS = 120;

/** Whether a text ends in all the letters of a code of ours. */
export function isWholeCode(text: string): boolean {
  return (
    looksScanned(text) && new RegExp(`(^|[^A-Z2-7])[A-Z2-7]{${CODE_LETTERS}}\\s*$`, "i").test(text.trim())
  );
}

/** Finds the code that a scanner types among all that is typed. Times are in milliseconds. */
export class KeyBurst {
  /** What may still become a code, or is one. */
  text = "";
  private last = Number.NEGATIVE_INFINITY;

  /** Takes a letter; tells whether a code may begin with it. */
  add(letter: string, at: number): boolean {
    const longer = at - this.last > LONGEST_GAP_MS ? letter : this.text + letter;
    this.text = [longer, letter].find(mayBeAddress) ?? "";
    this.last = at;
    return this.text === letter;
  }

  /** How long to wait for more before the code may be taken; null when there is none. */
  pause(): number | null {
    if (!looksScanned(this.text)) return null;
    return isWholeCode(this.text) ? WHOLE_PAUSE_MS : LONGEST_GAP_MS;
  }

  /** Takes the code, and forgets it; null when there is none. */
  take(): string | null {
    const { text } = this;
    this.text = "";
    this.last = Number.NEGATIVE_INFINITY;
    return looksScanned(text) ? text : null;
  }
}

function mayBeAddress(text: string): boolean {
  const small = text.toLowerCase();
  return beginnings.some((beginning) => beginning.startsWith(small) || small.startsWith(beginning));
}
