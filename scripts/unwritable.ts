/** What the system says when a place cannot be written, as an operator reads it. */
const reasons: Partial<Record<string, string>> = {
  ENOSPC: "no queda espacio en ese disco",
  EDQUOT: "no queda espacio en ese disco",
  EROFS: "ese disco es de solo lectura",
  EACCES: "quien ejecuta la orden no puede escribir ahí",
  EPERM: "quien ejecuta la orden no puede escribir ahí",
  ENOTDIR: "una parte del camino no es una carpeta",
  EEXIST: "ya hay ahí algo de ese nombre",
  EFBIG: "el archivo sería más grande de lo que se permite",
  ENOENT: "ahí no se pueden crear carpetas",
};

/** The line for an error of writing; null for any other error. */
export function unwritableText(place: string, error: unknown): string | null {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const reason = reasons[code];
  return reason ? `No se pudo escribir en ${place}: ${reason}.` : null;
}
