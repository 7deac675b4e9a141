import { type ProofSize, proofSizes } from "@/domain/proof/write-pdf";

/** Names of the paper sizes in the address. */
export const sizeWords: Readonly<Record<ProofSize, string>> = { letter: "carta", "80": "80", "58": "58" };

/** Paper size of an address; Letter by default. */
export function sizeAt(text: string | null | undefined): ProofSize {
  return proofSizes.find((size) => sizeWords[size] === text) ?? "letter";
}
