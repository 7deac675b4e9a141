"use server";

import { knownDevice } from "@/app/_server/auth/device";
import { workPlace } from "@/app/_server/auth/own-provider";
import { enter } from "@/app/_server/auth/sign-in";
import { publicAction } from "@/app/_server/http/action";
import { SignInInput } from "@/domain/account/schema";
import { signInWithPassword } from "@/domain/account/sign-in";

export const signInAction = publicAction({ input: SignInInput, saves: false }, async (input, client) => {
  const known = await knownDevice(input.email);
  await enter(await signInWithPassword(input, client, known, await workPlace()), input.back);
});
