/** Hidden fields that say what the page showed of the present state, which is another one after a refusal. */
const SHOWN = new Set(["seen", "version", "left", "was"]);

/** The field that carries the name, and whose form it is; no schema reads it. */
export const NAME_FIELD = "_form";

/**
 * Tells the forms of one page apart, the same each time the page is opened: what was typed comes back into the form
 * that it was typed into.
 */
export function formName({
  suffix = "",
  order = [],
  hidden,
}: {
  suffix?: string;
  order?: readonly string[];
  hidden: Readonly<Record<string, string | number>>;
}): string {
  const about = Object.entries(hidden).filter(([name]) => !SHOWN.has(name));
  return digest(JSON.stringify([suffix, order, about]));
}

/** FNV-1a: short, and enough for the few forms of a page. */
export function digest(text: string): string {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return (sum >>> 0).toString(36);
}
