/**
 * Addresses that take files. Each has a limit of its own, and looks at the origin and at the person before it reads
 * the body; proxy.ts passes by them, because it would keep the body in memory for anybody who posts one.
 */
const takesFiles =
  /^\/(?:admin\/(?:ordenes|convenios)\/importar|aplicaciones\/[^/]+\/(?:solicitar|renovar)|archivos|consultar\/r\/[^/]+\/reportar(?:\/foto)?|solicitudes\/[^/]+\/corregir)\/enviar$/;

/** Whether an address takes files. @param path without its query */
export const isUploadAddress = (path: string): boolean => takesFiles.test(path);
