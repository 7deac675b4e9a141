"use server";

import { SignInInput } from "@/domain/account/schema";
import { signInWithPassword } from "@/domain/account/sign-in";
import { knownDevice } from "@/lib/auth/device";
import { enter } from "@/lib/auth/sign-in";
import { publicAction } from "@/lib/http/action";

export const signInAction = publicAction({ input: SignInInput }, async (input, client) => {
  const device = await knownDevice(input.email);
  await enter(await signInWithPassword(input, client, device), input.back);
});
