import { type ProofSize, proofSizes } from "@/domain/proof/write-pdf";

/** What the papers are called in the address. */
export const sizeWords: Readonly<Record<ProofSize, string>> = { letter: "carta", "80": "80", "58": "58" };

/** The paper that an address asks for; Letter when it asks for none. */
export function sizeAt(text: string | null | undefined): ProofSize {
  return proofSizes.find((size) => sizeWords[size] === text) ?? "letter";
}
