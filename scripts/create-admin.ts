import { z } from "zod";
import { createOfficial } from "@/domain/caja/people";
import { parseEnv } from "@/lib/env";
import { commandErrorText } from "@/lib/error-facts";
import { publicAddress } from "@/lib/mail/address";
import type { CajaRole } from "@/model/access";
import { checkDataKeys } from "./data-keys";
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

/** `npm run admin:create -- CORREO [rol] [nombre]`: makes a person of the caja and prints link and code. */
async function main(): Promise<void> {
  const [address = "", roleName = "administrador", ...names] = process.argv.slice(2);
  const email = z.email().safeParse(address.trim().toLowerCase());
  const role = roles[roleName];
  if (!email.success || !role) throw new Error(USE);
  adoptSavedConnection();
  const { DATABASE_URL } = parseEnv(process.env);
  await requireDatabase(DATABASE_URL);
  await requireMigrated(DATABASE_URL);
  // Another key would print a code that the portal does not take.
  await checkDataKeys(DATABASE_URL);
  const [mailbox = ""] = email.data.split("@");
  const created = await createOfficial({ email: email.data, name: names.join(" ").trim() || mailbox, role });
  if (!created)
    throw new Error(
      `Ya hay una cuenta con el correo ${email.data}. Si nadie puede entrar: npm run admin:recover.`,
    );
  process.stdout.write(
    [
      "1. Enlace para elegir la contraseña. Sirve una vez y vence en una hora:",
      publicAddress(`/contrasena/${created.token}`),
      "2. Código que pide el enlace, y todo enlace para la contraseña hasta que inscriba su segundo factor:",
      created.code,
      "",
    ].join("\n"),
  );
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${commandErrorText(error)}\n`);
    process.exit(1);
  },
);
