import type { Asked } from "@/app/(proveedor)/request-faults";
import type { Messages } from "@/messages/es-CO";

/** The errors that the address names, as sentences, in the order of the page; unknown codes are dropped. */
export function reportFaults(asked: Asked, { errors }: Messages["report"]) {
  const list = Object.entries(errors).flatMap(([name, texts]) => {
    const code = asked[name];
    const known: Readonly<Record<string, string>> = texts;
    const text = typeof code === "string" && Object.hasOwn(known, code) ? known[code] : undefined;
    return text ? [{ name, text }] : [];
  });
  return { list, of: (name: keyof typeof errors) => list.find((fault) => fault.name === name)?.text };
}
