import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { sourceFolders, sourceNames } from "@/scripts/build";

/** Addresses of pages without content. They stand in the copy that is measured, never in the product. */
export const emptyPages = {
  /** With all layouts of an answer, and an empty action. */
  answer: "/consultar/pagina-vacia",
  /** With the frame of somebody signed in. */
  frame: "/pagina-vacia",
  /** With a layout of our own that holds nothing. */
  bare: "/pagina-desnuda",
} as const;

/** Next reads no folder that begins with a dot, and neither do the compiler, the tests or git. */
const FOLDER = ".next-medida";

const page = `export default function EmptyPage() {
  return <main id="contenido">Página vacía</main>;
}
`;

const pageWithAction = `import { emptyAction } from "./actions";

export default function EmptyPage() {
  return (
    <main id="contenido">
      <form action={emptyAction}>
        <button type="submit">Enviar</button>
      </form>
    </main>
  );
}
`;

const action = `"use server";

import { redirect } from "next/navigation";

export async function emptyAction() {
  redirect("${emptyPages.answer}");
}
`;

const layout = `import { headers } from "next/headers";
import ProductLayout, { generateMetadata as productMetadata } from "./product-layout";

export { viewport } from "./product-layout";

const isBare = async () => (await headers()).get("x-path") === "${emptyPages.bare}";

export async function generateMetadata() {
  return (await isBare()) ? { title: "Página desnuda" } : productMetadata();
}

export default async function RootLayout({ children }: { children: React.ReactNode }) {
  if (!(await isBare())) return <ProductLayout>{children}</ProductLayout>;
  return (
    <html lang="es-CO">
      <body>{children}</body>
    </html>
  );
}
`;

/**
 * Copies the sources beside the product and adds pages without content to the copy.
 * @returns the root of the copy, which is built and served as the product is
 */
export function copyWithEmptyPages(root: string): string {
  const copy = path.join(root, FOLDER);
  for (const name of [...sourceFolders, ...sourceNames, "scripts", "package.json"]) {
    // The lock file would make the copy a project of its own, without the packages of this one.
    if (name === "package-lock.json" || !existsSync(path.join(root, name))) continue;
    rmSync(path.join(copy, name), { recursive: true, force: true });
    cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
  }
  // The workers come along as they are run; what else stands beside them needs the tests to compile.
  const config = JSON.parse(readFileSync(path.join(root, "tsconfig.json"), "utf8")) as { exclude: string[] };
  config.exclude.push("scripts");
  writeFileSync(path.join(copy, "tsconfig.json"), JSON.stringify(config));
  const modules = path.join(copy, "node_modules");
  if (!existsSync(modules)) symlinkSync(path.join(root, "node_modules"), modules, "junction");
  const app = path.join(copy, "app");
  renameSync(path.join(app, "layout.tsx"), path.join(app, "product-layout.tsx"));
  const files = {
    "layout.tsx": layout,
    "(proveedor)/consultar/pagina-vacia/page.tsx": pageWithAction,
    "(proveedor)/consultar/pagina-vacia/actions.ts": action,
    "(proveedor)/pagina-vacia/page.tsx": page,
    "pagina-desnuda/page.tsx": page,
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(app, name)), { recursive: true });
    writeFileSync(path.join(app, name), content);
  }
  return copy;
}
