import "server-only";
import { cookies } from "next/headers";
import { isHttps } from "@/lib/http/secure";

/** Keeps what was typed into a form with files while it comes back with its faults; the address never has it. */
type TypedCookie<Field extends string> = {
  save: (page: string, typed: Readonly<Record<Field, string>>) => Promise<void>;
  clear: (page: string) => Promise<void>;
  /** What was typed before the form came back. */
  read: () => Promise<Partial<Record<Field, string>>>;
};

/**
 * @param longest letters kept of each field: a cookie holds 4 kB, so what is longer than the form allows is cut
 *   where the browser did not
 */
export function typedCookie<Field extends string>(
  name: string,
  { seconds, longest }: { seconds: number; longest: Readonly<Record<Field, number>> },
): TypedCookie<Field> {
  const fields = Object.keys(longest).filter((field): field is Field => Object.hasOwn(longest, field));
  return {
    async save(page, typed) {
      const saved = Object.fromEntries(fields.map((field) => [field, typed[field].slice(0, longest[field])]));
      (await cookies()).set(name, Buffer.from(JSON.stringify(saved)).toString("base64url"), {
        httpOnly: true,
        sameSite: "strict",
        secure: isHttps(),
        path: page,
        maxAge: seconds,
      });
    },
    async clear(page) {
      (await cookies()).delete({ name, path: page, httpOnly: true, secure: isHttps() });
    },
    async read() {
      const held = (await cookies()).get(name)?.value ?? "";
      const saved = parsed(Buffer.from(held, "base64url").toString());
      const typed: Partial<Record<Field, string>> = {};
      for (const field of fields) {
        const value: unknown = saved && typeof saved === "object" ? Reflect.get(saved, field) : null;
        if (typeof value === "string") typed[field] = value;
      }
      return typed;
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
