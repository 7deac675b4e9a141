import { recoverAdministrator } from "@/domain/factor/reset";
import { parseEnv } from "@/lib/env";
import { commandErrorText } from "@/lib/error-facts";
import { requireDatabase, requireMigrated } from "./database";
import { adoptSavedConnection } from "./saved-connection";

const USE = "Uso: npm run admin:recover -- CORREO";

/** `npm run admin:recover -- CORREO`: lets an administrator who lost password or second factor enrol again. */
async function main(): Promise<void> {
  const email = (process.argv[2] ?? "").trim().toLowerCase();
  if (!email.includes("@")) throw new Error(USE);
  adoptSavedConnection();
  const env = parseEnv(process.env);
  await requireDatabase(env.DATABASE_URL);
  await requireMigrated(env.DATABASE_URL);
  const recovered = await recoverAdministrator(email);
  if (!recovered) throw new Error(`No hay un administrador activo con el correo ${email}.`);
  const origin = env.PUBLIC_URL ?? `http://127.0.0.1:${env.PORT ?? 3000}`;
  const link = new URL(`/contrasena/${recovered.token}`, origin).href;
  process.stdout.write(
    [
      "Se cerraron sus sesiones y su segundo factor de antes ya no sirve.",
      "1. Enlace para elegir la contraseña. Sirve una vez y vence en una hora:",
      link,
      "2. Código para inscribir otro segundo factor después de ingresar. Sirve una vez y vence en una hora:",
      recovered.code,
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
