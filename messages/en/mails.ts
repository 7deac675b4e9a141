import type { Section } from "../es-CO";

export const mails: Section<"mails"> = {};
