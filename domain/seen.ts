import { z } from "zod";
import { Refusal } from "@/model/refusal";

const Parts = z.record(z.string().max(40), z.string().max(40));

/**
 * What the page that was posted had shown (db/functions/seen.sql). What cannot be read, or is not there, is a page
 * that showed something else: then everything changed.
 */
export const ShownParts = z
  .string()
  .max(2_000)
  .catch("{}")
  .default("{}")
  .transform((text) => {
    try {
      return JSON.stringify(Parts.parse(JSON.parse(text)));
    } catch {
      return "{}";
    }
  });

/** The refusal that names what has changed since it was shown. */
export function changedSince(parts: readonly string[]): Refusal {
  return new Refusal(
    "changed_since",
    undefined,
    undefined,
    parts.map((what) => ({ what })),
  );
}

/** The posted parts as SQL compares them; null for a caller that was shown nothing, such as a script. */
export function seenParts(shown: string | undefined): unknown {
  return shown === undefined ? null : JSON.parse(shown);
}
