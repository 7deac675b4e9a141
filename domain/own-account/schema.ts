import { z } from "zod";
import { Email, LinkToken, NewPassword, phone, TypedPassword } from "@/domain/account/schema";
import { printable } from "@/domain/print/printable";
import { isMobile } from "@/model/identity/phone";

/** The present password and the new one. */
export const ChangePasswordInput = z.object({ password: TypedPassword, newPassword: NewPassword });
export type ChangePasswordInput = z.output<typeof ChangePasswordInput>;

/** A session of the person's own; none for all others. */
export const OwnSessionInput = z.object({ session: z.uuid().optional() });

/** Name and mobile, as the person corrects them; without a mobile there is none. */
export const ProfileInput = z.object({
  name: printable("nameMissing", 120),
  mobile: z
    .string()
    .default("")
    .transform((typed) => (typed.trim() === "" ? null : typed))
    .pipe(phone("mobileWrong").refine(isMobile, "mobileWrong").nullable()),
});
export type ProfileInput = z.output<typeof ProfileInput>;

/** The e-mail that a person wants to enter with from now on. */
export const EmailChangeInput = z.object({ email: Email });

/** The link of a letter of that change. */
export const EmailLinkInput = z.object({ token: LinkToken });
