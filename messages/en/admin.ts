import type { Section } from "../es-CO";

export const admin: Section<"admin"> = {};
