import type { Section } from "../es-CO";

export const account: Section<"account"> = {};
