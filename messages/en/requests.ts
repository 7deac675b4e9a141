import type { Section } from "../es-CO";

export const requests: Section<"requests"> = {};
