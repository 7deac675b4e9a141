import { seal, unseal } from "@/lib/crypto/seal";

const placeOf = (factor: string) => `factor.secret:${factor}`;

/** The secret of an application as the database keeps it, bound to its row. */
export const sealTotpSecret = (factor: string, secret: string): Buffer => seal(secret, placeOf(factor));

export const openTotpSecret = ({ factorId, secret }: { factorId: string; secret: Buffer }): string =>
  unseal(secret, placeOf(factorId));
