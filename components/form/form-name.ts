/** Hidden fields with the state that the page showed; it changes after a refusal. */
const SHOWN = new Set(["seen", "version", "left", "was"]);

/** Fields for the form's name and its owner. No schema reads them. */
export const NAME_FIELD = "_form";

/** A stable name of each form on a page, so that stored values are restored into the right form. */
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

/** FNV-1a: short, and sufficient for the few forms of a page. */
export function digest(text: string): string {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return (sum >>> 0).toString(36);
}
