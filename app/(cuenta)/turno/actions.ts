"use server";

import { redirect } from "next/navigation";
import { signIn } from "@/app/_server/auth/config";
import { pairedToken } from "@/app/_server/auth/paired-device";
import { publicAction } from "@/app/_server/http/action";
import { nameOnDevice } from "@/domain/branch/pin";
import { NameInput } from "@/domain/branch/schema";
import { ownPath } from "@/lib/http/own-path";

/** Names a person on the paired device of this request: whoever was named there before is no longer. */
export const nameAction = publicAction({ input: NameInput, saves: false }, async (input, client) => {
  const paired = await pairedToken();
  if (!paired) redirect("/ingresar");
  const token = await nameOnDevice(paired, input, client);
  await signIn("credentials", { token, redirect: false });
  redirect(ownPath(input.back) ?? "/consultar");
});
