import { adminProviders as providers } from "./admin-providers";

export const admin = { providers };
