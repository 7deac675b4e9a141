import { recoverAdministrator } from "@/domain/factor/reset";
import { parseEnv } from "@/lib/env";
import { commandErrorText } from "@/lib/error-facts";
import { publicAddress } from "@/lib/mail/address";
import { checkDataKeys } from "./data-keys";
import { requireDatabase, requireMigrated } from "./database";
import { adoptSavedConnection } from "./saved-connection";

const USE = "Uso: npm run admin:recover -- CORREO";

/** `npm run admin:recover -- CORREO`: lets an administrator who lost password or second factor enrol again. */
async function main(): Promise<void> {
  const email = (process.argv[2] ?? "").trim().toLowerCase();
  if (!email.includes("@")) throw new Error(USE);
  adoptSavedConnection();
  const { DATABASE_URL } = parseEnv(process.env);
  await requireDatabase(DATABASE_URL);
  await requireMigrated(DATABASE_URL);
  // Another key would print a code that the portal does not take.
  await checkDataKeys(DATABASE_URL);
  const recovered = await recoverAdministrator(email);
  if (!recovered) throw new Error(`No hay un administrador activo con el correo ${email}.`);
  const { token, code, entryCode } = recovered;
  const link = publicAddress(`/contrasena/${token}`);
  process.stdout.write(
    [
      "Se cerraron sus sesiones y su segundo factor de antes ya no sirve.",
      "1. Enlace para elegir la contraseña. Sirve una vez y vence en una hora:",
      link,
      ...(entryCode
        ? ["   Código que pide el enlace, porque nunca inscribió un segundo factor:", entryCode]
        : []),
      "2. Código para inscribir otro segundo factor después de ingresar. Sirve una vez y vence en una hora:",
      code,
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
