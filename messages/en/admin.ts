import type { Section } from "../es-CO";
import { adminProviders as providers } from "./admin-providers";

export const admin: Section<"admin"> = { providers };
