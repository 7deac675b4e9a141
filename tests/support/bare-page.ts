const ID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** A page without its random ids, in which any few digits stand by chance. */
export const textBesideIds = (body: string) => body.replace(ID, "id");

/**
 * The page without what differs by nature: nonce, ids and their codes, times, and what was typed. Next sends its data in pieces
 * whose cuts and order depend on the moment, so they are joined, and their rows put in order.
 */
export function bare(body: string, typed: string[]): string {
  const pushes = [...body.matchAll(/self\.__next_f\.push\(\[1,"((?:[^"\\]|\\.)*)"\]\)/g)].map(
    (match) => match[1] ?? "",
  );
  const rows = pushes.join("").split("\\n").sort().join("\n");
  let text = `${body.replace(/<script[\s\S]*?<\/script>/g, "")}\n${rows}`
    .replace(/nonce[\\":=]+[\w+/=]+/g, "nonce")
    .replace(ID, "id")
    .replace(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z/g, "moment")
    .replace(/\d{1,2}:\d{2}(:\d{2})?/g, "hh:mm")
    // The name of a form is made of the look-up's random id.
    .replace(/(name="_form" value=")[^"]*/g, "$1")
    .replace(/\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/g, "code")
    .replace(/\u00a0/g, " ");
  for (const value of typed) {
    text = text.replaceAll(value, "typed").replaceAll(value.replace(/\B(?=(\d{3})+$)/g, " "), "typed");
  }
  return text;
}

/** Context of the first different character; null when there is none. */
export function firstDifference(one = "", other = ""): [string, string] | null {
  if (one === other) return null;
  const at = [...one].findIndex((character, index) => character !== other[index]);
  return [one.slice(Math.max(0, at - 80), at + 80), other.slice(Math.max(0, at - 80), at + 80)];
}
