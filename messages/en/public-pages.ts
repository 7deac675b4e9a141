import type { Section } from "../es-CO";

export const publicPages: Section<"publicPages"> = {};
