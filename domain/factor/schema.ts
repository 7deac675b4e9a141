import { z } from "zod";
import { printable } from "@/domain/print/printable";
import { bare, digitsOf } from "@/model/identity/typed";

/** Digits of a code of an application. */
const TOTP_CODE = /^\d{6}$/;
/** Letters of a code on paper, without the hyphens between them. */
export const PAPER_LETTERS = 16;

const isTotpCode = (code: string) => TOTP_CODE.test(code);

/** A code without its signs; of six digits also those for which a letter was typed. */
const bareCode = (typed: string) => digitsOf(typed) || bare(typed);

/** A typed code: six digits of an application, or one of the codes on paper. Spaces and hyphens do not count. */
const FactorCode = z
  .string("codeMissing")
  .max(60, "codeWrong")
  .transform(bareCode)
  .pipe(
    z
      .string()
      .min(1, "codeMissing")
      .refine((code) => isTotpCode(code) || code.length === PAPER_LETTERS, {
        error: "codeWrong",
        abort: true,
      }),
  )
  .transform((code) => ({ kind: isTotpCode(code) ? ("totp" as const) : ("paper" as const), text: code }));
export type FactorCode = z.output<typeof FactorCode>;

export const ProveCodeInput = z.object({ factorCode: FactorCode, back: z.string().optional() });

/** The first code of a new application. */
export const ConfirmTotpInput = z.object({
  factorCode: z
    .string("codeMissing")
    .max(60, "codeWrong")
    .transform(bareCode)
    .pipe(
      z
        .string()
        .min(1, "codeMissing")
        .refine((code) => isTotpCode(code), "codeSixDigits"),
    ),
  back: z.string().optional(),
});

export const ProvePasswordInput = z.object({
  password: z.string("passwordMissing").min(1, "passwordMissing").max(1000, "passwordLong"),
  back: z.string().optional(),
});

export const BackInput = z.object({ back: z.string().optional() });

export const FactorId = z.object({ factor: z.uuid() });

/** The answer of a browser to a challenge, as JSON. */
const PasskeyToken = z
  .string("passkeyMissing")
  .max(20_000, "passkeyMissing")
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue("passkeyMissing");
      return z.NEVER;
    }
  });

const Base64Url = z
  .string()
  .max(8_000)
  .regex(/^[\w-]+$/);
const credential = { id: Base64Url, rawId: Base64Url, type: z.literal("public-key") };

export const AddPasskeyInput = z.object({
  name: printable("passkeyNameMissing", 60),
  passkeyToken: PasskeyToken.pipe(
    z.object({
      ...credential,
      response: z.object({
        clientDataJSON: Base64Url,
        attestationObject: Base64Url,
        transports: z.array(z.string().max(20)).max(8).optional(),
      }),
    }),
  ),
  back: z.string().optional(),
});
export type AddPasskeyInput = z.output<typeof AddPasskeyInput>;

export const ProvePasskeyInput = z.object({
  passkeyToken: PasskeyToken.pipe(
    z.object({
      ...credential,
      response: z.object({
        clientDataJSON: Base64Url,
        authenticatorData: Base64Url,
        signature: Base64Url,
        userHandle: Base64Url.nullish().transform((handle) => handle ?? undefined),
      }),
    }),
  ),
  back: z.string().optional(),
});
export type ProvePasskeyInput = z.output<typeof ProvePasskeyInput>;

/** The code that an administrator handed over. */
export const ResetCodeInput = z.object({
  factorCode: z
    .string("codeMissing")
    .max(40, "resetCodeWrong")
    .refine((typed) => bare(typed) !== "", { error: "codeMissing", abort: true })
    .refine((typed) => bare(typed).length === 8, "resetCodeWrong"),
  back: z.string().optional(),
});

/** Why an administrator lets somebody enrol again; others read it. */
export const RequestResetInput = z.object({
  person: z.uuid(),
  reason: printable("resetReasonMissing", 300).refine((text) => text.length >= 10, "resetReasonShort"),
});

/** The same for somebody of a provider. */
export const RequestHolderResetInput = RequestResetInput.extend({ provider: z.uuid() });
/** The reset that the page showed; pages of before did not say it. */
export const WithdrawResetInput = z.object({ person: z.uuid(), reset: z.uuid().optional() });
export const WithdrawHolderResetInput = WithdrawResetInput.extend({ provider: z.uuid() });

export const ObjectionInput = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{43}$/) });
