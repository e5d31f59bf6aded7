/** Language of what a command says to people. Codes, names of files and of layers are the same in both. */
export type Language = 'en' | 'fr';

/** The languages, for an option. */
export const LANGUAGES: readonly Language[] = ['en', 'fr'];
