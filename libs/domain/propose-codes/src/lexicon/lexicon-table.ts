/**
 * What laboratories write, by what LOINC says.
 *
 * Key: words of a LOINC component, then facts that the word carries, each after an `@`: a system (`@Urine`), a property (`@PrThr`)
 * `@by gram` (a class of `method-classes`) or `@fasting`. Value: spellings between commas, accents and plurals as they come; blanks and hyphens do not count. One spelling may
 * stand under several keys: all readings are tried, in the order of the tables.
 */
export type LexiconTable = Readonly<Record<string, string>>;
