import type { Section } from "../es-CO";

export const imports: Section<"imports"> = {};
