export type Asked = Record<string, string | string[] | undefined>;

/** Sentences for the faults of each field, in the order of the page. */
type FaultWords = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The errors that the address names, as sentences, in the order of the page; unknown codes are dropped. */
export function faultsOf<W extends FaultWords>(asked: Asked, errors: W) {
  const list = Object.entries(errors).flatMap(([name, texts]) => {
    const code = asked[name];
    const text = typeof code === "string" && Object.hasOwn(texts, code) ? texts[code] : undefined;
    return text ? [{ name, text }] : [];
  });
  return { list, of: (name: keyof W) => list.find((fault) => fault.name === name)?.text };
}

/** The refusal that the address names, as a sentence. */
export function refusalOf({ aviso }: Asked, refusals: Readonly<Record<string, string>>): string | null {
  return typeof aviso === "string" && Object.hasOwn(refusals, aviso) ? (refusals[aviso] ?? null) : null;
}
