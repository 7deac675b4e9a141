import { looksScanned } from "@/domain/lookup/scanned-text";
import { CODE_LETTERS } from "@/domain/order-code/code-address";

/** Beginnings of a code, as scanners send it and as a Spanish keyboard layout receives it. */
const beginnings = ["http://", "https://", "httpñ--", "httpsñ--"];
/** Longest pause between two keys of one code, with margin for a slow scanner and a busy phone. */
const LONGEST_GAP_MS = 600;
/** A complete code is accepted after this pause, so that a final Enter still belongs to it. */
const WHOLE_PAUSE_MS = 120;

/** Whether a text ends in a complete code of ours. */
export function isWholeCode(text: string): boolean {
  return (
    looksScanned(text) && new RegExp(`(^|[^A-Z2-7])[A-Z2-7]{${CODE_LETTERS}}\\s*$`, "i").test(text.trim())
  );
}

/** Detects a code typed by a scanner among all key presses. Times are in milliseconds. */
export class KeyBurst {
  /** The keys so far that are a code or may become one. */
  text = "";
  private last = Number.NEGATIVE_INFINITY;

  /** Adds a key; returns whether a code may begin with it. */
  add(letter: string, at: number): boolean {
    const longer = at - this.last > LONGEST_GAP_MS ? letter : this.text + letter;
    this.text = [longer, letter].find(mayBeAddress) ?? "";
    this.last = at;
    return this.text === letter;
  }

  /** How long to wait for more keys before the code is complete; null when there is none. */
  pause(): number | null {
    if (!looksScanned(this.text)) return null;
    return isWholeCode(this.text) ? WHOLE_PAUSE_MS : LONGEST_GAP_MS;
  }

  /** Returns the code and clears it; null when there is none. */
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
