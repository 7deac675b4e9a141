import { z } from "zod";
import { jobsDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { newToken } from "@/lib/crypto/token";
import { parseEnv } from "@/lib/env";
import { commandErrorText } from "@/lib/error-facts";
import { publicAddress } from "@/lib/mail/address";
import type { CajaRole } from "@/model/access";
import { requireDatabase, requireMigrated } from "./database";
import { adoptSavedConnection } from "./saved-connection";

const roles: Record<string, CajaRole> = {
  administrador: "administrator",
  revisor: "reviewer",
  funcionario: "officer",
  atencion: "support",
  tesoreria: "treasurer",
  auditor: "auditor",
};
const USE = `Uso: npm run admin:create -- CORREO [${Object.keys(roles).join("|")}] [NOMBRE]`;

/** `npm run admin:create -- CORREO [rol] [nombre]`: makes a person of the caja and prints the link to choose a password. */
async function main(): Promise<void> {
  const [address = "", roleName = "administrador", ...names] = process.argv.slice(2);
  const email = z.email().safeParse(address.trim().toLowerCase());
  const role = roles[roleName];
  if (!email.success || !role) throw new Error(USE);
  adoptSavedConnection();
  const { DATABASE_URL } = parseEnv(process.env);
  await requireDatabase(DATABASE_URL);
  await requireMigrated(DATABASE_URL);
  const { token, hash } = newToken();
  const [mailbox = ""] = email.data.split("@");
  const person = { email: email.data, name: names.join(" ").trim() || mailbox, role, tokenHash: hash };
  if ((await call(jobsDatabase(), "create_caja_person", person)) === null)
    throw new Error(`Ya hay una cuenta con el correo ${email.data}.`);
  process.stdout.write(
    `Enlace para elegir la contraseña. Sirve una vez y vence en una hora:\n${publicAddress(`/contrasena/${token}`)}\n`,
  );
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${commandErrorText(error)}\n`);
    process.exit(1);
  },
);
