/** What a field of an exported event says; undefined where the line is no event. */
function fieldOf(line: string, name: "seq" | "at" | "action" | "detail"): unknown {
  const event = parsed(line);
  return typeof event === "object" && event !== null ? Reflect.get(event, name) : undefined;
}

/** The event's number, null where the line says none. */
export function seqOf(line: string): number | null {
  const seq = fieldOf(line, "seq");
  return typeof seq === "number" ? seq : null;
}

/** Milliseconds of the event's moment; NaN, with which no comparison holds, where the line says none. */
export const momentOf = (line = ""): number => Date.parse(String(fieldOf(line, "at")));

/** When the copy was taken of whose restore this event tells; null for every other event. */
export function takenAtOf(line: string): string | null {
  if (fieldOf(line, "action") !== "installation.restored") return null;
  const detail = fieldOf(line, "detail");
  return String(typeof detail === "object" && detail !== null ? Reflect.get(detail, "taken_at") : "");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
