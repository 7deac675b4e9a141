import { hiddenFields, postForm, request } from "./form";
import type { Target } from "./orders";

/**
 * Sends the look-up form as a browser without JavaScript does; each call looks up the next of `targets` and answers
 * the address of the answer page.
 */
export async function lookUps(origin: string, cookie: string, targets: readonly Target[]) {
  const form = new URL("/consultar", origin);
  const hidden = hiddenFields((await request(form, { headers: { cookie } })).body);
  return async (turn: number): Promise<string> => {
    const { idNumber, number } = targets[turn % targets.length] ?? { idNumber: "", number: "" };
    const { location } = await postForm(form, cookie, [
      ...hidden,
      ["idNumber", idNumber],
      ["kindCode", "AS"],
      ["number", number],
    ]);
    if (!location?.startsWith("/consultar/r/")) throw new Error(`answered with ${location}`);
    return location;
  };
}
