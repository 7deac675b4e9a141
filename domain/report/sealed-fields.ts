/** Places to which a report's personal data are sealed (lib/crypto/seal.ts). */
export const wordsPlace = (reportId: string) => `report.words:${reportId}`;
export const photoPlace = (reportId: string) => `report.photo:${reportId}`;
