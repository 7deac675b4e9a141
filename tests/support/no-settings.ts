import { EnvSchema } from "@/lib/env";

/**
 * Takes every setting of the product out of this process's environment. A shell often holds those of another program
 * (DATABASE_URL from direnv, SMTP_URL) or of production (NODE_ENV), and the tests would change that program's database,
 * send it their e-mails, or not run at all. Imported first, since modules read their settings when they are loaded.
 */
for (const name of Object.keys(EnvSchema.shape)) delete process.env[name];
// The servers of the tests would print thousands of events; the tests of that output switch it on.
process.env.AUDIT_EVENTS = "off";
