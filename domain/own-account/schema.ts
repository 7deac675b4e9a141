import { z } from "zod";
import { NewPassword, TypedPassword } from "@/domain/account/schema";

/** The present password and the new one. */
export const ChangePasswordInput = z.object({ password: TypedPassword, newPassword: NewPassword });
export type ChangePasswordInput = z.output<typeof ChangePasswordInput>;

/** A session of the person's own; none for all others. */
export const OwnSessionInput = z.object({ session: z.uuid().optional() });
