import type { Messages } from "@/messages/es-CO";

export type Asked = Record<string, string | string[] | undefined>;

/** The errors that the address names, as sentences, in the order of the page; unknown codes are dropped. */
export function faultsOf(asked: Asked, { errors }: Messages["requests"]) {
  const list = Object.entries(errors).flatMap(([name, texts]) => {
    const code = asked[name];
    const known: Readonly<Record<string, string>> = texts;
    const text = typeof code === "string" && Object.hasOwn(known, code) ? known[code] : undefined;
    return text ? [{ name, text }] : [];
  });
  const of = (name: keyof typeof errors) => list.find((fault) => fault.name === name)?.text;
  return { list, of };
}

/** The refusal that the address names, as a sentence. */
export function refusalOf({ aviso }: Asked, refusals: Readonly<Record<string, string>>): string | null {
  return typeof aviso === "string" && Object.hasOwn(refusals, aviso) ? (refusals[aviso] ?? null) : null;
}
