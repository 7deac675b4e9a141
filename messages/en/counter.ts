import type { Section } from "../es-CO";

export const counter: Section<"counter"> = {};
