import { generateSecret, generateSync, generateURI, verifySync } from "otplib";

/** Seconds of a time step (RFC 6238). The database counts the steps by its own clock (totp_step). */
export const STEP_SECONDS = 30;
const SECRET_BYTES = 20;

/** A new secret of 160 bits, in base32. */
export const newTotpSecret = (): string => generateSecret({ length: SECRET_BYTES });

/** The code of a secret at a time step. */
export const totpCode = (secret: string, step: number): string =>
  generateSync({ secret, epoch: step * STEP_SECONDS });

/** The step whose code this is: the present one, the one before or the one after; null when it is of none. */
export function totpStepOf(secret: string, code: string, step: number): number | null {
  const result = verifySync({
    secret,
    token: code,
    epoch: step * STEP_SECONDS,
    epochTolerance: STEP_SECONDS,
  });
  return result.valid ? step + result.delta : null;
}

/** The address that an application reads from the picture. */
export const totpAddress = (secret: string, issuer: string, label: string): string =>
  generateURI({ secret, issuer, label });
