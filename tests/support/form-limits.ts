import { expect, test } from "vitest";
import type { z } from "zod";

/**
 * Values that a form accepts in a field, and values that it refuses with their message; null is any message.
 */
export type Sides = { accepted: unknown[]; refused: [typed: unknown, message: string | null][] };
export type LimitRow = [
  what: string,
  schema: z.ZodType,
  base: Record<string, unknown>,
  field: string,
  sides: Sides,
];

export const ID = "11111111-1111-4111-8111-111111111111";
export const x = (count: number) => "x".repeat(count);
export const mail = (length: number) => `${x(60)}@${"b".repeat(60)}.${"c".repeat(60)}.${x(length - 186)}.co`;

/** A text of at most this many characters. */
export const upTo = (most: number, tooLong: string | null = `tooLong:${most}`): Sides => ({
  accepted: [x(most)],
  refused: [[x(most + 1), tooLong]],
});

/** A text between these lengths. */
export const letters = (
  least: number,
  most: number,
  tooShort: string | null,
  tooLong: string | null = `tooLong:${most}`,
): Sides => ({
  accepted: [x(least), x(most)],
  refused: [
    [x(least - 1), tooShort],
    [x(most + 1), tooLong],
  ],
});

/** An integer between these limits. */
export const numbers = (
  least: number,
  most: number,
  tooSmall: string | null,
  tooLarge: string | null = tooSmall,
): Sides => ({
  accepted: [String(least), String(most)],
  refused: [
    [String(least - 1), tooSmall],
    [String(most + 1), tooLarge],
  ],
});

function messagesOf(
  schema: z.ZodType,
  base: Record<string, unknown>,
  field: string,
  typed: unknown,
): string[] {
  const { error } = schema.safeParse({ ...base, [field]: typed });
  return (error?.issues ?? []).filter(({ path }) => path[0] === field).map(({ message }) => message);
}

/** Tests each field of a form on both sides of each of its limits. */
export function tryLimits(rows: readonly LimitRow[]): void {
  for (const [what, schema, base, field, { accepted, refused }] of rows)
    test(`${what}: ${field} accepts values up to its limits and refuses values beyond`, () => {
      for (const typed of accepted) expect(messagesOf(schema, base, field, typed), String(typed)).toEqual([]);
      for (const [typed, message] of refused) {
        const messages = messagesOf(schema, base, field, typed);
        if (message === null) expect(messages, String(typed)).not.toEqual([]);
        else expect(messages, String(typed)).toContain(message);
      }
    });
}
