import { z } from "zod";
import { blindIndex } from "@/lib/crypto/blind-index";
import { seal, unseal } from "@/lib/crypto/seal";
import { identityKinds } from "@/model/identity/identity-document";

/** Places to which the data of a request are sealed (lib/crypto/seal.ts). */
export const rightsContentPlace = (request: string) => `rights_request.content:${request}`;
export const rightsTextPlace = (event: string) => `rights_event.text:${event}`;
export const rightsFilePlace = (request: string) => `rights_file.sealed:${request}`;

/** Digest by which the requests about one ID number are found. `idNumber` is normalised (model/identity). */
export const rightsIdIndex = (idNumber: string): Buffer => blindIndex("rights-id", idNumber);

const Content = z.object({
  /** Who asks, and where the answer goes. */
  name: z.string(),
  email: z.string(),
  /** Whose data they are: the asker, or whom an heir or representative names. */
  holderName: z.string(),
  idKind: z.enum(identityKinds),
  idNumber: z.string(),
  /** By what an heir or representative shows it. */
  proof: z.string(),
  words: z.string(),
});
export type RightsContent = z.output<typeof Content>;

export const sealContent = (request: string, content: RightsContent): Buffer =>
  seal(JSON.stringify(content), rightsContentPlace(request));

export const openContent = (request: string, sealed: Buffer | null): RightsContent | null =>
  sealed && Content.parse(JSON.parse(unseal(sealed, rightsContentPlace(request))));

export const sealText = (event: string, text: string): Buffer => seal(text, rightsTextPlace(event));

export const openText = (event: string, sealed: Buffer | null): string | null =>
  sealed && unseal(sealed, rightsTextPlace(event));
