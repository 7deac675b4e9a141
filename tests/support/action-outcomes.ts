import type { Permission } from "@/model/access";
import { owner } from "./factories/account";
import { productFiles } from "./files";
import type { Answer } from "./hostile-requests";

/** The permission that each action needs, from its source; null: public. */
export const needs = new Map<string, Permission | null>(
  productFiles(/^app\/.*\.tsx?$/).flatMap(({ path, text }) => [
    ...[...text.matchAll(/export const (\w+) = action\(\s*\{\s*needs: "([\w.]+)"/g)].map(
      ([, name, permission]) => [`${path} ${name}`, permission as Permission] as const,
    ),
    ...[...text.matchAll(/export const (\w+) = publicAction\(/g)].map(
      ([, name]) => [`${path} ${name}`, null] as const,
    ),
  ]),
);

export async function emailOf(personId: string): Promise<string> {
  const [row] = await owner<{ email: string }[]>`select email from person where id = ${personId}`;
  return row?.email ?? "";
}

/** What an action of ours answered, of which the frame and the ids are left out. Null: no action ran. */
export function outcomeOf({ status, headers, body }: Answer): string | null {
  const place = headers["x-action-redirect"];
  if (typeof place === "string") return `to ${place.split(";")[0]}`;
  if (status === 303) return `to ${headers.location}`;
  const match = /"status":"(refused|invalid|done)"(?:,"(?:code":"(\w+)|fields":(\{[^}]*\})))?/.exec(body);
  return match ? [match[1], match[2] ?? match[3]].filter(Boolean).join(" ") : null;
}
