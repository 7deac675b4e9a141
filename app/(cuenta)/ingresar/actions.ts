"use server";

import { SignInInput } from "@/domain/account/schema";
import { signInWithPassword } from "@/domain/account/sign-in";
import { enter } from "@/lib/auth/sign-in";
import { publicAction } from "@/lib/http/action";

export const signInAction = publicAction({ input: SignInInput }, async (input, client) => {
  await enter(await signInWithPassword(input, client), input.back);
});
