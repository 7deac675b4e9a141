import { type ProofPaper, proofPapers } from "@/domain/proof/write-pdf";

/** What the papers are called in the address. */
export const paperWords: Readonly<Record<ProofPaper, string>> = { letter: "carta", "80": "80", "58": "58" };

/** The paper that an address asks for; Letter when it asks for none. */
export function paperAt(word: string | null | undefined): ProofPaper {
  return proofPapers.find((paper) => paperWords[paper] === word) ?? "letter";
}
